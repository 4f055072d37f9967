/** Tests of one package. */
@NullMarked
package org.orangeline.intake.arrival;

import org.jspecify.annotations.NullMarked;

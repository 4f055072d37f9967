/** Tests of one package. */
@NullMarked
package org.orangeline.intake.view;

import org.jspecify.annotations.NullMarked;

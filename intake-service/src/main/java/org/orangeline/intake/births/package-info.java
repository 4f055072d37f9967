/** Children born in custody, as placement-service tells. */
@NullMarked
package org.orangeline.intake.births;

import org.jspecify.annotations.NullMarked;

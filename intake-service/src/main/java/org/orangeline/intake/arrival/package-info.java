/** Arrivals, registration numbers and corrections: decided and folded here. */
@NullMarked
package org.orangeline.intake.arrival;

import org.jspecify.annotations.NullMarked;

/** Orders, admissions, cancellations and releases of persons. */
@NullMarked
package org.orangeline.placement.orders;

import org.jspecify.annotations.NullMarked;

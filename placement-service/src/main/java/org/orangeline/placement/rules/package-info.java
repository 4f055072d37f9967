/** Every rule that an order has to keep, in one place. */
@NullMarked
package org.orangeline.placement.rules;

import org.jspecify.annotations.NullMarked;

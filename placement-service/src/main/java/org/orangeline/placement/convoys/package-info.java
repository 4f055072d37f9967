/** People who travel together, signed for on both sides. */
@NullMarked
package org.orangeline.placement.convoys;

import org.jspecify.annotations.NullMarked;

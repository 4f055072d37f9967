/** Events of placement-service: facilities and placements. */
@NullMarked
package org.orangeline.events.placement;

import org.jspecify.annotations.NullMarked;

/** Events of intake-service: arrivals, corrections, operations. */
@NullMarked
package org.orangeline.events.intake;

import org.jspecify.annotations.NullMarked;

/** The deciders of placement-service as scenarios and histories. */
@NullMarked
package org.orangeline.placement;

import org.jspecify.annotations.NullMarked;

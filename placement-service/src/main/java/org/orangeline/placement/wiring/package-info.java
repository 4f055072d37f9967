/** Placement-service as a Quarkus application. */
@NullMarked
package org.orangeline.placement.wiring;

import org.jspecify.annotations.NullMarked;

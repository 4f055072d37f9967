/** Agency-gateway as a Quarkus application. */
@NullMarked
package org.orangeline.gateway.wiring;

import org.jspecify.annotations.NullMarked;

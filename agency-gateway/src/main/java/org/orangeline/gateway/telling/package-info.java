/** What one agency is told of an event: the pure core of a feed. */
@NullMarked
package org.orangeline.gateway.telling;

import org.jspecify.annotations.NullMarked;

/** The load generator: callers, their connections, and how long they wait. */
@NullMarked
package org.orangeline.bench.load;

import org.jspecify.annotations.NullMarked;

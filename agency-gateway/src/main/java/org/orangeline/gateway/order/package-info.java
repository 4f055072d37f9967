/** One order over the three services' logs, the same at every start. */
@NullMarked
package org.orangeline.gateway.order;

import org.jspecify.annotations.NullMarked;

/** Tests of what may go over the network. */
@NullMarked
package org.orangeline.kit.transport;

import org.jspecify.annotations.NullMarked;

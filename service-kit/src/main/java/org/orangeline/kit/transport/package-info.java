/** Nothing leaves the machine in the clear. */
@NullMarked
package org.orangeline.kit.transport;

import org.jspecify.annotations.NullMarked;

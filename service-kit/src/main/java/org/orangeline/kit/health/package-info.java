/** When an instance is ready, and what it is waiting for. */
@NullMarked
package org.orangeline.kit.health;

import org.jspecify.annotations.NullMarked;

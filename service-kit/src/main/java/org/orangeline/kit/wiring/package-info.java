/** Configuration, the engine's life, and the channels of SmallRye Reactive Messaging. */
@NullMarked
package org.orangeline.kit.wiring;

import org.jspecify.annotations.NullMarked;

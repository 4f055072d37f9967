/** What the services' REST tests share: a broker, keys, tokens, and upstream services played. */
@NullMarked
package org.orangeline.kit.testing;

import org.jspecify.annotations.NullMarked;

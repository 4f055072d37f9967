/** The feeds as topics: written once, read from any position. */
@NullMarked
package org.orangeline.gateway.stream;

import org.jspecify.annotations.NullMarked;

/** The command {@code ./orangeline bench}. */
@NullMarked
package org.orangeline.bench;

import org.jspecify.annotations.NullMarked;

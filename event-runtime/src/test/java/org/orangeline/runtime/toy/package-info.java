/** A service small enough to see through, for the machine's own tests. */
@NullMarked
package org.orangeline.runtime.toy;

import org.jspecify.annotations.NullMarked;

/** Callers who ask for more than their share, and what becomes of the others meanwhile. */
@NullMarked
package org.orangeline.bench.flood;

import org.jspecify.annotations.NullMarked;

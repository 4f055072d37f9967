/** One class for each benchmark. */
@NullMarked
package org.orangeline.bench.run;

import org.jspecify.annotations.NullMarked;

/** What a run writes: figures, their table, a JSON file, plots. */
@NullMarked
package org.orangeline.bench.report;

import org.jspecify.annotations.NullMarked;

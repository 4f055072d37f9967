package org.orangeline.bench.run;

import org.orangeline.bench.report.Figures;
import org.orangeline.launcher.Terminal;

/** One benchmark. */
@FunctionalInterface
public interface Benchmark {
    /**
     * Measures.
     *
     * @param settings what was asked for
     * @param terminal for the person who watches
     * @param figures takes what was found
     * @throws org.orangeline.bench.stack.LostException when the run has no figure
     */
    void run(BenchSettings settings, Terminal terminal, Figures figures);
}

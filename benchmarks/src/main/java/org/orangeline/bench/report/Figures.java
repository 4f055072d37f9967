package org.orangeline.bench.report;

import java.util.ArrayList;
import java.util.List;
import org.orangeline.bench.load.Measured;

/** What one benchmark has found so far. */
public final class Figures {
    private final String bench;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * @param bench the benchmark
     */
    public Figures(String bench) {
        this.bench = bench;
    }

    /** Adds one. */
    public void add(String what, double value, String unit) {
        figures.add(new Figure(bench, what, value, unit));
    }

    /** Adds what a load came to: rate, median, 99th percentile. */
    public void add(String what, Measured measured) {
        add(what, measured.perSecond(), "/s");
        add(what + ", p50", measured.latencies().millis(50), "ms");
        add(what + ", p99", measured.latencies().millis(99), "ms");
        if (measured.failed() > 0) {
            add(what + ", failed", measured.failed(), "calls");
        }
    }

    /** Adds a plot; one without lines is left out. */
    public void plot(Plot plot) {
        if (!plot.series().isEmpty()) {
            plots.add(plot);
        }
    }

    /** Notes that a figure is beyond a bound that is promised. */
    public void miss(String promise) {
        missed.add(promise);
    }

    String bench() {
        return bench;
    }

    List<String> missed() {
        return List.copyOf(missed);
    }

    List<Figure> figures() {
        return List.copyOf(figures);
    }

    List<Plot> plots() {
        return List.copyOf(plots);
    }
}

package org.orangeline.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How long calls took, to three digits, from a microsecond to ten minutes. */
public final class Latencies {
    private static final long HIGHEST = TimeUnit.MINUTES.toMicros(10);
    private static final int DIGITS = 3;
    private static final double[] PLOTTED = {
        0, 10, 25, 50, 75, 90, 95, 99, 99.5, 99.9, 99.95, 99.99, 100
    };

    private final Histogram micros = new Histogram(1, HIGHEST, DIGITS);

    /** Adds one; negative ones cannot be and count as a microsecond. */
    public synchronized void add(long nanos) {
        micros.recordValue(Math.clamp(TimeUnit.NANOSECONDS.toMicros(nanos), 1, HIGHEST));
    }

    /** How many there are. */
    public synchronized long count() {
        return micros.getTotalCount();
    }

    /** Milliseconds that so many percent stayed under. */
    public synchronized double millis(double percentile) {
        return micros.getValueAtPercentile(percentile) / 1e3;
    }

    /** The longest, in milliseconds. */
    public synchronized double maxMillis() {
        return micros.getMaxValue() / 1e3;
    }

    /** Percentile and milliseconds, for a plot. */
    public List<double[]> curve() {
        List<double[]> points = new ArrayList<>();
        for (double percentile : PLOTTED) {
            points.add(new double[] {percentile, millis(percentile)});
        }
        return points;
    }
}

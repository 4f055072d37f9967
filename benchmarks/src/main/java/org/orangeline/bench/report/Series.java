package org.orangeline.bench.report;

import java.util.List;

/**
 * A line of a plot.
 *
 * @param label what the legend says
 * @param points x and y of each point, x ascending
 */
public record Series(String label, List<double[]> points) {
    /** Keeps a copy of the list. */
    public Series {
        points = List.copyOf(points);
    }

    /** A ceiling: the same y from the lowest x to the highest one. */
    public static Series level(String label, double y, double from, double to) {
        return new Series(label, List.of(new double[] {from, y}, new double[] {to, y}));
    }
}

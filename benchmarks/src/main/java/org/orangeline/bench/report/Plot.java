package org.orangeline.bench.report;

import java.util.List;

/**
 * What a plot shows.
 *
 * @param file name of its file, without an ending
 * @param title the line above it
 * @param x the axis at the bottom
 * @param y the axis at the left
 * @param series its lines
 */
public record Plot(String file, String title, Axis x, Axis y, List<Series> series) {
    /** Keeps a copy. */
    public Plot {
        series = List.copyOf(series);
    }
}

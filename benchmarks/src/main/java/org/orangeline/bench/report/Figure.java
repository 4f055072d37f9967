package org.orangeline.bench.report;

import java.util.Locale;

/**
 * One figure.
 *
 * @param bench the benchmark
 * @param what what was measured, with all that distinguishes it from its neighbours
 * @param value the figure
 * @param unit of the value
 */
public record Figure(String bench, String what, double value, String unit) {
    private static final double SMALL = 100;

    /** The value with its unit, as a table shows it. */
    public String shown() {
        String number =
                Math.abs(value) < SMALL
                        ? String.format(Locale.ROOT, "%.2f", value)
                        : String.format(Locale.ROOT, "%,.0f", value);
        return number + " " + unit;
    }
}

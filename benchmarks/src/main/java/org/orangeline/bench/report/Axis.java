package org.orangeline.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * An axis of a plot.
 *
 * @param label what it shows, with its unit
 * @param scale how values are spread over it
 */
public record Axis(String label, Scale scale) {

    /** How values are spread over an axis. */
    @SuppressWarnings("ImmutableEnumChecker") // The functions have no state.
    public enum Scale {
        /** Equal factors take equal room. */
        LOG(Math::log10),
        /** Each nine more takes as much room as the one before: 90, 99, 99.9. */
        PERCENTILE(value -> -Math.log10(1 - Math.min(value, 99.995) / 100));

        private final DoubleUnaryOperator place;

        Scale(DoubleUnaryOperator place) {
            this.place = place;
        }
    }

    private static final double[] PERCENTILES = {0, 50, 90, 99, 99.9, 99.99};
    private static final double[] STEPS = {1, 2, 5};

    /** Where a value lies, in no unit. */
    double place(double value) {
        return scale.place.applyAsDouble(value);
    }

    /** The values that get a line and a number. */
    List<Double> ticks(double lowest, double highest) {
        List<Double> ticks = new ArrayList<>();
        if (scale == Scale.PERCENTILE) {
            for (double percentile : PERCENTILES) {
                ticks.add(percentile);
            }
            return ticks;
        }
        boolean wide = highest / lowest > 1_000;
        for (double power = Math.pow(10, Math.floor(Math.log10(lowest)));
                power <= highest;
                power *= 10) {
            for (double step : STEPS) {
                double tick = power * step;
                if (tick >= lowest && tick <= highest && (step == 1 || !wide)) {
                    ticks.add(tick);
                }
            }
        }
        return ticks;
    }

    /** The range that covers all values, widened to round numbers. */
    double[] range(Stream<Double> values) {
        List<Double> all = values.toList();
        double lowest = all.stream().mapToDouble(Double::doubleValue).min().orElse(1);
        double highest = all.stream().mapToDouble(Double::doubleValue).max().orElse(10);
        if (scale == Scale.PERCENTILE) {
            return new double[] {0, 99.995};
        }
        return new double[] {rounded(lowest, false), rounded(Math.max(highest, lowest * 2), true)};
    }

    private static double rounded(double value, boolean up) {
        double safe = Math.max(value, 1e-6);
        double power = Math.pow(10, Math.floor(Math.log10(safe)));
        double[] steps = {1, 2, 5, 10};
        double found = up ? steps[3] * power : power;
        for (double step : steps) {
            if (up && step * power >= safe) {
                return step * power;
            }
            if (!up && step * power <= safe) {
                found = step * power;
            }
        }
        return found;
    }

    /** A tick's number. */
    static String shown(double tick) {
        return tick == Math.rint(tick)
                ? String.format(Locale.ROOT, "%,.0f", tick)
                : Double.toString(Math.round(tick * 1e4) / 1e4);
    }
}

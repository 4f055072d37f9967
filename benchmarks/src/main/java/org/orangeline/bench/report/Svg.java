package org.orangeline.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Draws a plot as SVG, with nothing but text. */
public final class Svg {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 430;
    private static final int LEFT = 80;
    private static final int TOP = 40;
    private static final int RIGHT = 560;
    private static final int BOTTOM = 370;
    private static final int LEGEND_LINE = 20;
    private static final List<String> COLOURS =
            List.of("#c2410c", "#1d4ed8", "#15803d", "#7e22ce", "#0e7490", "#a16207", "#be185d");

    private final Plot plot;
    private final double[] xs;
    private final double[] ys;
    private final StringBuilder svg = new StringBuilder();

    private Svg(Plot plot) {
        this.plot = plot;
        this.xs = plot.x().range(values(plot, point -> point[0]));
        this.ys = plot.y().range(values(plot, point -> point[1]));
    }

    private static Stream<Double> values(Plot plot, ToDoubleFunction<double[]> part) {
        return plot.series().stream()
                .flatMap(series -> series.points().stream())
                .map(part::applyAsDouble);
    }

    /** The whole file. */
    public static String of(Plot plot) {
        return new Svg(plot).drawn();
    }

    private String drawn() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">",
                WIDTH, HEIGHT);
        add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, HEIGHT);
        text(LEFT, TOP - 16, "start", plot.title());
        axes();
        for (int i = 0; i < plot.series().size(); i++) {
            line(plot.series().get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        add("</svg>");
        return svg.toString();
    }

    private void axes() {
        for (double tick : plot.x().ticks(xs[0], xs[1])) {
            double x = x(tick);
            grid(x, TOP, x, BOTTOM);
            text(x, BOTTOM + 18, "middle", Axis.shown(tick));
        }
        for (double tick : plot.y().ticks(ys[0], ys[1])) {
            double y = y(tick);
            grid(LEFT, y, RIGHT, y);
            text(LEFT - 8, y + 4, "end", Axis.shown(tick));
        }
        text((LEFT + RIGHT) / 2.0, BOTTOM + 42, "middle", plot.x().label());
        add("<g transform=\"translate(18 %d) rotate(-90)\">", (TOP + BOTTOM) / 2);
        text(0, 0, "middle", plot.y().label());
        add("</g>");
    }

    private void grid(double x1, double y1, double x2, double y2) {
        add(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
                x1, y1, x2, y2);
    }

    private void line(Series series, String colour, int number) {
        StringBuilder points = new StringBuilder();
        for (double[] point : series.points()) {
            points.append(
                    String.format(
                            Locale.ROOT, "%.1f,%.1f ", x(point[0]), y(Math.max(point[1], ys[0]))));
        }
        String drawn = points.toString().strip();
        add(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" points=\"%s\"/>",
                colour, drawn);
        int y = TOP + 10 + number * LEGEND_LINE;
        add(
                "<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                RIGHT + 16, y, RIGHT + 36, y, colour);
        text(RIGHT + 42, y + 4, "start", series.label());
    }

    private double x(double value) {
        return between(plot.x(), value, xs, LEFT, RIGHT);
    }

    private double y(double value) {
        return between(plot.y(), value, ys, BOTTOM, TOP);
    }

    private static double between(Axis axis, double value, double[] range, int from, int to) {
        double lowest = axis.place(range[0]);
        double highest = axis.place(range[1]);
        return from + (axis.place(value) - lowest) / (highest - lowest) * (to - from);
    }

    private void text(double x, double y, String anchor, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, safe);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}

package org.orangeline.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects what the benchmarks found; a benchmark that failed has no figures in it. */
public final class Report {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Map<String, Object> head = new LinkedHashMap<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Plot> plots = new ArrayList<>();
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final Map<String, List<String>> missed = new LinkedHashMap<>();

    /**
     * @param root the project's folder
     * @param settings what the run was asked for
     */
    public Report(Path root, Map<String, Object> settings) {
        head.put("time", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        head.put("machine", Machine.described(root));
        head.put("loadAtStart", Machine.load());
        head.put("settings", settings);
    }

    /** Takes over what a benchmark found. */
    public void add(Figures found) {
        figures.addAll(found.figures());
        plots.addAll(found.plots());
        if (!found.missed().isEmpty()) {
            missed.put(found.bench(), found.missed());
        }
    }

    /** Notes that a benchmark has no figures, and why. */
    public void failed(String bench, String reason) {
        failures.put(bench, reason);
    }

    /** Whether any benchmark failed, or missed what is promised. */
    public boolean hasFailures() {
        return !failures.isEmpty() || !missed.isEmpty();
    }

    /** A line for each figure. */
    public List<String> table() {
        int bench = width(figures.stream().map(Figure::bench).toList());
        int what = width(figures.stream().map(Figure::what).toList());
        String format = "%-" + bench + "s  %-" + what + "s  %16s";
        List<String> lines = new ArrayList<>();
        for (Figure one : figures) {
            lines.add(format.formatted(one.bench(), one.what(), one.shown()));
        }
        missed.forEach(
                (name, promises) -> lines.add(name + "  MISSED: " + String.join("; ", promises)));
        failures.forEach((name, why) -> lines.add(name + "  NO FIGURE: " + why));
        return lines;
    }

    private static int width(List<String> texts) {
        return texts.stream().mapToInt(String::length).max().orElse(1);
    }

    /** Everything as JSON. */
    public String json() {
        Map<String, Object> all = new LinkedHashMap<>(head);
        all.put("loadAtEnd", Machine.load());
        all.put("figures", figures);
        all.put("failed", failures);
        all.put("missed", missed);
        all.put("plots", plots);
        try {
            return JSON.writeValueAsString(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes the JSON file, and each plot beside it.
     *
     * @return the files
     */
    public List<Path> write(Path json) {
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(json.toAbsolutePath().resolveSibling("."));
            Files.writeString(json, json());
            written.add(json);
            for (Plot plot : plots) {
                Path file = json.resolveSibling(plot.file() + ".svg");
                Files.writeString(file, Svg.of(plot));
                written.add(file);
            }
            return written;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + json, e);
        }
    }
}

package org.orangeline.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {
    private static final Plot PLOT =
            new Plot(
                    "latency",
                    "Arrivals <64 & 256>",
                    new Axis("percentile", Axis.Scale.PERCENTILE),
                    new Axis("milliseconds", Axis.Scale.LOG),
                    List.of(
                            new Series("64", List.of(point(0, 1), point(50, 2), point(100, 90))),
                            Series.level("ceiling", 0.5, 0, 100)));

    @TempDir private Path folder;

    private static double[] point(double x, double y) {
        return new double[] {x, y};
    }

    @Test
    void a_plot_is_well_formed_and_has_a_line_for_each_series() throws Exception {
        Document svg =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(Svg.of(PLOT))));
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(2);
        assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
                .isEqualTo("Arrivals <64 & 256>");
        assertThat(Svg.of(PLOT)).doesNotContain("NaN", "Infinity");
    }

    @Test
    void the_file_says_on_what_and_how_it_was_measured() throws Exception {
        Report report = new Report(folder, Map.of("durability", "fsync", "seed", 2019));
        Figures figures = new Figures("arrival");
        figures.add("64 connections", 1234.5, "/s");
        figures.plot(PLOT);
        report.add(figures);
        report.failed("search", "2 acknowledged arrivals are lost");
        List<Path> files = report.write(folder.resolve("bench.json"));
        assertThat(files).hasSize(2).allMatch(Files::exists);
        JsonNode json = new ObjectMapper().readTree(files.getFirst().toFile());
        assertThat(json.path("machine").path("cores").asInt()).isPositive();
        assertThat(json.path("machine").path("kafka").asText()).isNotEmpty();
        assertThat(json.path("settings").path("seed").asInt()).isEqualTo(2019);
        assertThat(json.path("figures").path(0).path("value").asDouble()).isEqualTo(1234.5);
        assertThat(json.path("failed").path("search").asText()).contains("lost");
        assertThat(report.table()).anyMatch(line -> line.contains("1,2"));
        assertThat(report.hasFailures()).isTrue();
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.bench.flood.FloodBench;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.run.BenchSettings;
import org.orangeline.launcher.Terminal;
import org.orangeline.localkafka.Durability;

/**
 * The floods of {@code ./orangeline bench flood}, short: no process ends, others are answered
 * meanwhile, and what was accepted is in the log once. How long others wait is for the benchmark.
 */
class FloodsTest {

    /** Each flood, and an answer that shows that it was one, and was held. */
    private static final Map<String, String> FLOODS =
            Map.ofEntries(
                    Map.entry("bodies of 19 MB", "413="),
                    Map.entry("idle connections", "cut off="),
                    Map.entry("half-sent heads", "cut off="),
                    Map.entry("bodies byte by byte", ""),
                    Map.entry("guesses at open calls", "429="),
                    Map.entry("invented methods", "404="),
                    Map.entry("searches", "200="),
                    Map.entry("exports", "503="),
                    Map.entry("histories", "200="),
                    Map.entry("streams", "503="),
                    Map.entry("a tablet's uploads", "503="),
                    Map.entry("families of hundreds", "(200|503)="),
                    Map.entry("items with 3,000 steps", "(200|503)="),
                    Map.entry("16 KB that unpack to millions", "(200|503)="));

    @Test
    void others_are_answered_and_nothing_accepted_is_lost(@TempDir Path folder) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(new PrintStream(said, true, StandardCharsets.UTF_8), false);
        new FloodBench()
                .run(
                        new BenchSettings(
                                folder,
                                freeBase(),
                                List.of(Durability.REPLICATED),
                                System.getProperty("orangeline.heap", "512m"),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(1),
                                List.of(1),
                                0,
                                1,
                                500,
                                1,
                                false,
                                2019),
                        terminal,
                        new Figures("flood"));
        String shown = said.toString(StandardCharsets.UTF_8);
        assertThat(shown).contains("each is in the log once");
        FLOODS.forEach((flood, answer) ->
                assertThat(shown)
                        .containsPattern(
                                Pattern.quote("  " + flood + ": officers")
                                        + ".*\\R.*agency.*\\R.*was answered .*"
                                        + answer));
    }

    /** Ports above it are free, as far as anybody can know. */
    private static int freeBase() {
        return Eventually.some("free ports", FreePorts::base);
    }
}

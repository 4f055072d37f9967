package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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

    private static final List<String> FLOODS =
            List.of(
                    "bodies of 19 MB",
                    "idle connections",
                    "half-sent heads",
                    "bodies byte by byte",
                    "guesses at open calls",
                    "invented methods",
                    "searches",
                    "exports",
                    "histories",
                    "streams",
                    "a tablet's uploads");

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
        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains(FLOODS)
                .contains("each is in the log once");
    }

    /** Ports above it are free, as far as anybody can know. */
    private static int freeBase() {
        return Eventually.some("free ports", FreePorts::base);
    }
}

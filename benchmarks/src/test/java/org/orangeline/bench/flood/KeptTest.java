package org.orangeline.bench.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orangeline.bench.load.Latencies;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.report.Figures;
import org.orangeline.bench.report.Report;

/** A flood that makes others wait is named, in a line and in the figures. */
class KeptTest {

    @Test
    void a_flood_under_which_others_wait_more_than_a_second_is_named() {
        Kept kept = new Kept();
        assertThat(kept.look("searches", List.of(answered(20), answered(900)))).isEmpty();
        assertThat(kept.look("uploads", List.of(answered(20), answered(1_500))))
                .startsWith("SLOW: p99 of others is 1,5");
        Figures figures = new Figures("flood");
        assertThat(kept.summary(figures)).startsWith("SLOW: ").endsWith("under: uploads");
        Report report = new Report(Path.of(""), Map.of());
        report.add(figures);
        assertThat(report.hasFailures()).isTrue();
        assertThat(report.table())
                .last()
                .isEqualTo("flood  MISSED: p99 of others was over one second under: uploads");
        assertThat(report.json()).contains("over one second under: uploads");
    }

    @Test
    void where_nobody_waits_long_that_is_said_too() {
        Kept kept = new Kept();
        assertThat(kept.look("searches", List.of(answered(20)))).isEmpty();
        Figures figures = new Figures("flood");
        assertThat(kept.summary(figures)).contains("at most one second");
        Report report = new Report(Path.of(""), Map.of());
        report.add(figures);
        assertThat(report.hasFailures()).isFalse();
    }

    private static Measured answered(long millis) {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(millis).toNanos());
        return new Measured(latencies, 0, 1);
    }
}

package org.orangeline.bench.flood;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orangeline.bench.load.Latencies;
import org.orangeline.bench.load.Measured;
import org.orangeline.bench.report.Figures;

/** A flood that makes others wait is named, in a line and in the figures. */
class KeptTest {

    @Test
    void a_flood_under_which_others_wait_more_than_a_second_is_named() {
        Kept kept = new Kept();
        assertThat(kept.look("searches", List.of(answered(20), answered(900)))).isEmpty();
        assertThat(kept.look("uploads", List.of(answered(20), answered(1_500))))
                .startsWith("SLOW: p99 of others is 1,5");
        assertThat(kept.summary(new Figures("flood")))
                .startsWith("SLOW: ")
                .endsWith("under: uploads");
    }

    @Test
    void where_nobody_waits_long_that_is_said_too() {
        Kept kept = new Kept();
        assertThat(kept.look("searches", List.of(answered(20)))).isEmpty();
        assertThat(kept.summary(new Figures("flood"))).contains("at most one second");
    }

    private static Measured answered(long millis) {
        Latencies latencies = new Latencies();
        latencies.add(Duration.ofMillis(millis).toNanos());
        return new Measured(latencies, 0, 1);
    }
}

package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.Limits;

class FreshnessTest {

    private static final TopicPartition PLACE = new TopicPartition("toy.order", 3);

    private final Freshness freshness = new Freshness();

    @Test
    void a_view_that_folded_what_was_announced_by_a_moment_is_as_fresh_as_that_moment() {
        assertThat(freshness.isDue()).isTrue();
        freshness.asked(System.nanoTime(), Map.of(PLACE, 10L));
        assertThat(freshness.isDue()).isFalse();
        freshness.announced(Map.of(3, 7L));
        freshness.look((partition, sequence) -> sequence <= 6);
        assertThat(freshness.since()).isGreaterThanOrEqualTo(Limits.STALE_AFTER);
        // By now there is more in the log; under load there always is.
        freshness.look((partition, sequence) -> sequence <= 7);
        assertThat(freshness.since()).isLessThan(Limits.STALE_AFTER);
    }

    @Test
    void it_is_stale_until_it_has_heard_once() {
        freshness.look((partition, sequence) -> true);
        assertThat(freshness.since()).isGreaterThanOrEqualTo(Limits.STALE_AFTER);
    }
}

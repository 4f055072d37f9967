package org.orangeline.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private Instant now = Instant.parse("2019-03-05T08:40:00Z");
    private final Buckets buckets = new Buckets(3, Duration.ofMinutes(1), () -> now);

    @Test
    void so_many_at_once_and_then_one_each_while() {
        for (int i = 0; i < 3; i++) {
            assertThat(buckets.pause("a")).isZero();
            buckets.count("a");
        }
        assertThat(buckets.pause("a")).isEqualTo(Duration.ofMinutes(1));
        now = now.plusSeconds(59);
        assertThat(buckets.pause("a")).isEqualTo(Duration.ofSeconds(1));
        now = now.plusSeconds(1);
        assertThat(buckets.pause("a")).isZero();
        buckets.count("a");
        assertThat(buckets.pause("a")).isPositive();
        now = now.plusSeconds(600);
        buckets.count("a");
        assertThat(buckets.pause("a")).as("what was saved up has a bound").isZero();
    }

    /** "Aa" and "BB" have one hash code, and so has whatever begins with either. */
    @Test
    void names_with_one_hash_code_do_not_pay_for_each_other() {
        assertThat("Aa-tablet".hashCode()).isEqualTo("BB-tablet".hashCode());
        for (int i = 0; i < 10; i++) {
            buckets.count("Aa-tablet");
        }
        assertThat(buckets.pause("Aa-tablet")).isPositive();
        assertThat(buckets.pause("BB-tablet")).isZero();
    }
}

package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A segment with an erased key is closed within an hour, and within a day in older topics. */
class KeyRollTest {

    private long now = Duration.ofDays(3).toNanos();
    private final KeyRoll roll = new KeyRoll(Duration.ofHours(1), () -> now);

    @Test
    void where_nothing_was_erased_nothing_is_written() {
        assertThat(roll.isDue(0)).isFalse();
        pass(Duration.ofDays(2));
        assertThat(roll.isDue(0)).isFalse();
    }

    @Test
    void after_an_erasure_there_is_one_an_hour_for_a_day_and_some_hours() {
        int due = 0;
        for (int minutes = 0; minutes < 3 * 24 * 60; minutes += 10) {
            due += roll.isDue(1) ? 1 : 0;
            pass(Duration.ofMinutes(10));
        }
        assertThat(due).isEqualTo(27);
    }

    @Test
    void a_later_erasure_has_a_day_of_its_own() {
        assertThat(roll.isDue(1)).isTrue();
        pass(Duration.ofDays(2));
        assertThat(roll.isDue(1)).isFalse();
        assertThat(roll.isDue(2)).isTrue();
        assertThat(roll.isDue(3)).as("within the same hour").isFalse();
        pass(Duration.ofHours(1));
        assertThat(roll.isDue(3)).isTrue();
    }

    @Test
    void another_tenure_takes_what_was_erased_before_for_new() {
        assertThat(roll.isDue(4)).isTrue();
        pass(Duration.ofDays(2));
        roll.forget();
        assertThat(roll.isDue(4)).isTrue();
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}

package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orangeline.runtime.SubjectRef;

class AlarmsTest {

    private static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");
    private static final SubjectRef ONE = new SubjectRef("op", "one");
    private static final SubjectRef TWO = new SubjectRef("op", "two");

    private final Alarms alarms = new Alarms();

    @Test
    void who_is_due_is_told_once_and_in_order() {
        alarms.set(TWO, NOON.plusSeconds(2));
        alarms.set(ONE, NOON);
        assertThat(alarms.ring(NOON.minusMillis(1))).isEmpty();
        assertThat(alarms.ring(NOON.plusSeconds(2))).containsExactly(ONE, TWO);
        assertThat(alarms.ring(Instant.MAX)).isEmpty();
    }

    @Test
    void a_subject_has_one_alarm() {
        alarms.set(ONE, NOON);
        alarms.set(ONE, NOON.plusSeconds(1));
        assertThat(alarms.ring(NOON)).isEmpty();
        alarms.clear(ONE);
        assertThat(alarms.ring(Instant.MAX)).isEmpty();
    }
}

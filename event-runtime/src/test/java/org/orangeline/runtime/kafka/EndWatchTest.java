package org.orangeline.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequenceMerger;
import org.orangeline.runtime.toy.ToyRecords;

class EndWatchTest {

    private static final TopicPartition PLACE = new TopicPartition("GroupAssigned", 3);

    private final EndWatch watch = new EndWatch();
    private final SequenceMerger merger =
            new SequenceMerger("toy", List.of("GroupAssigned", "GroupReassigned"), 10);

    @Test
    void a_view_that_reached_the_ends_of_a_moment_is_as_fresh_as_that_moment() {
        assertThat(watch.isDue()).isTrue();
        assertThat(watch.sinceHeard()).isGreaterThanOrEqualTo(Limits.STALE_AFTER);
        watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
        assertThat(watch.isDue()).isFalse();
        look(9);
        assertThat(watch.sinceHeard()).isGreaterThanOrEqualTo(Limits.STALE_AFTER);
        // By now there is more in the log; under load there always is.
        look(10);
        assertThat(watch.sinceHeard()).isLessThan(Limits.STALE_AFTER);
    }

    @Test
    void a_sequence_that_others_wait_for_is_missing_when_it_does_not_come() {
        merger.offer(record(1));
        merger.offer(record(3));
        for (int look = 1; look < Limits.LOOKS_BEFORE_A_HOLE; look++) {
            watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
            assertThat(look(10)).isEmpty();
        }
        watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
        assertThat(look(9)).as("not all was read").isEmpty();
        assertThat(look(10)).containsExactly(3);
    }

    @Test
    void a_commit_that_only_shows_late_is_no_hole() {
        for (long sequence = 2; sequence < 20; sequence += 2) {
            merger.offer(record(sequence));
            watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
            assertThat(look(10)).isEmpty();
            merger.offer(late(sequence - 1));
        }
        assertThat(merger.waiting()).isZero();
    }

    @Test
    void a_topic_that_is_held_back_is_not_waited_for_but_the_view_is_not_fresh() {
        merger.offer(record(2));
        for (int look = 1; look < Limits.LOOKS_BEFORE_A_HOLE; look++) {
            watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
            assertThat(watch.look(tp -> 5, Set.of(PLACE), Map.of(3, merger))).isEmpty();
        }
        watch.asked(System.nanoTime(), Map.of(PLACE, 10L));
        assertThat(watch.look(tp -> 5, Set.of(PLACE), Map.of(3, merger))).containsExactly(3);
        assertThat(watch.sinceHeard()).isGreaterThanOrEqualTo(Limits.STALE_AFTER);
    }

    private Set<Integer> look(long position) {
        return watch.look(tp -> position, Set.of(), Map.of(3, merger));
    }

    private static LogRecord record(long sequence) {
        return new ToyRecords("op", 3, "")
                .record(
                        new GroupAssigned(new UUID(0, 1), "A", "line A", "toy"),
                        sequence,
                        sequence,
                        new UUID(0, 1),
                        Envelope.NO_HASH);
    }

    private static LogRecord late(long sequence) {
        LogRecord record = record(sequence);
        return new LogRecord(
                record.envelope(), "GroupReassigned", 3, sequence, record.key(), record.value());
    }
}

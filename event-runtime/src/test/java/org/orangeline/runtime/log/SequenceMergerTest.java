package org.orangeline.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Envelope;
import org.orangeline.events.EventTypes;
import org.orangeline.events.Service;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.runtime.toy.ToyRecords;

class SequenceMergerTest {

    private static final List<String> TOPICS =
            EventTypes.of(Service.SCREENING).stream().map(type -> type.topic()).toList();
    private static final int LIMIT = 7;
    private static final String FIRST = TOPICS.get(0);
    private static final String SECOND = TOPICS.get(1);

    private final SequenceMerger merger = merger(PartitionTail.MOST_BYTES);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void any_interleaving_comes_out_in_order(long seed) {
        Random random = new Random(seed);
        List<List<LogRecord>> log = randomLog(random, 2_000);
        int[] next = new int[TOPICS.size()];
        List<Long> merged = new ArrayList<>();
        while (merged.size() < 2_000) {
            assertThat(merger.ahead())
                    .as("seed %d: the topic that has sequence %d", seed, merger.last() + 1)
                    .doesNotContain(topicOf(log, merger.last() + 1));
            int topic = random.nextInt(TOPICS.size());
            if (merger.ahead().contains(TOPICS.get(topic))
                    || next[topic] == log.get(topic).size()) {
                continue;
            }
            // A reader fetches in runs, and now and then comes back to what it had.
            int run = 1 + random.nextInt(LIMIT);
            int from = Math.max(0, next[topic] - (random.nextInt(5) == 0 ? 3 : 0));
            for (int i = from; i < Math.min(from + run, log.get(topic).size()); i++) {
                offer(merger, log.get(topic).get(i)).forEach(out -> merged.add(out.sequence()));
                next[topic] = Math.max(next[topic], i + 1);
            }
            assertThat(merger.waiting()).isLessThanOrEqualTo(2 * LIMIT * TOPICS.size());
        }
        assertThat(merged).isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
        assertThat(merger.waiting()).isZero();
    }

    @Test
    void a_hole_shows_when_every_topic_is_past_it() {
        for (int i = 0; i < TOPICS.size() - 1; i++) {
            assertThat(offer(merger, record(TOPICS.get(i), 2 + i, 0))).isEmpty();
        }
        assertThatThrownBy(() -> offer(merger, record(TOPICS.getLast(), 40, 0)))
                .isInstanceOf(LogFault.class)
                .hasMessage("toy: sequence 1 is missing");
    }

    @Test
    void a_sequence_that_was_handed_on_may_not_come_again() {
        offer(merger, record(FIRST, 1, 0));
        assertThatThrownBy(() -> offer(merger, record(SECOND, 1, 0)))
                .isInstanceOf(LogFault.class)
                .hasMessageContaining("sequence 1 again at " + SECOND);
    }

    @Test
    void a_sequence_that_waits_twice_is_a_fault() {
        offer(merger, record(FIRST, 2, 0));
        assertThatThrownBy(() -> offer(merger, record(SECOND, 2, 0)))
                .isInstanceOf(LogFault.class)
                .hasMessageContaining("sequence 2 again at " + SECOND);
    }

    @Test
    void a_topic_whose_sequences_step_back_is_a_fault() {
        offer(merger, record(FIRST, 3, 0));
        assertThatThrownBy(() -> offer(merger, record(FIRST, 2, 1)))
                .isInstanceOf(LogFault.class)
                .hasMessageContaining("steps back");
    }

    @Test
    void a_topic_is_ahead_by_records_or_by_bytes_until_what_it_waits_for_has_come() {
        var small = merger(500);
        offer(small, record(FIRST, 2, 0));
        assertThat(small.ahead()).isEmpty();
        for (int i = 1; small.ahead().isEmpty(); i++) {
            assertThat(i).as("records until 500 bytes wait").isLessThan(LIMIT);
            offer(small, record(FIRST, 2 + i, i));
        }
        assertThat(small.ahead()).containsExactly(FIRST);
        offer(small, record(SECOND, 1, 0));
        assertThat(small.ahead()).isEmpty();
        assertThat(small.waiting()).isZero();
    }

    @Test
    void the_same_place_read_twice_is_no_repeat() {
        offer(merger, record(FIRST, 1, 5));
        assertThat(offer(merger, record(FIRST, 1, 5))).isEmpty();
        assertThat(offer(merger, record(FIRST, 2, 6))).hasSize(1);
        assertThat(merger.last()).isEqualTo(2);
    }

    @Test
    void another_services_topic_is_a_fault() {
        assertThatThrownBy(() -> offer(merger, record("PersonArrived", 1, 0)))
                .isInstanceOf(LogFault.class);
    }

    private static List<List<LogRecord>> randomLog(Random random, int size) {
        List<List<LogRecord>> log = new ArrayList<>();
        TOPICS.forEach(unused -> log.add(new ArrayList<>()));
        Map<Integer, Long> offsets = new HashMap<>();
        int topic = 0;
        for (long sequence = 1; sequence <= size; sequence++) {
            // Long runs of one topic are what makes others wait.
            topic = random.nextInt(20) == 0 ? random.nextInt(TOPICS.size()) : topic;
            long offset = offsets.merge(topic, 1L + random.nextInt(3), Long::sum);
            log.get(topic).add(record(TOPICS.get(topic), sequence, offset));
        }
        return log;
    }

    private static String topicOf(List<List<LogRecord>> log, long sequence) {
        return log.stream()
                .flatMap(List::stream)
                .filter(record -> record.sequence() == sequence)
                .map(LogRecord::topic)
                .findFirst()
                .orElse("none");
    }

    private static LogRecord record(String topic, long sequence, long offset) {
        LogRecord record =
                new ToyRecords("op", 0, "")
                        .record(
                                new GroupAssigned(new UUID(0, 1), "A", "line A", "toy"),
                                sequence,
                                offset,
                                new UUID(0, 1),
                                Envelope.NO_HASH);
        return new LogRecord(record.envelope(), topic, 0, offset, record.key(), record.value());
    }

    private static SequenceMerger merger(long mostBytes) {
        return new SequenceMerger("toy", TOPICS, LIMIT, mostBytes);
    }

    private static List<LogRecord> offer(SequenceMerger merger, LogRecord record) {
        List<LogRecord> next = new ArrayList<>();
        merger.offer(record, next);
        return next;
    }
}

package org.orangeline.runtime.log;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.runtime.toy.ToyRecords;

class PartitionTailTest {

    private static final List<String> TOPICS = List.of("A", "B", "C");

    private final PartitionTail tail = new PartitionTail("toy", TOPICS);
    private final List<LogRecord> out = new ArrayList<>();

    @Test
    void it_wants_everything_until_it_has_caught_up_and_then_what_is_announced() {
        assertThat(tail.wanted()).containsExactlyInAnyOrder("A", "B", "C");
        tail.looked(Map.of("A", 5L));
        assertThat(tail.isCatchingUp()).isTrue();
        tail.at("A", 4);
        assertThat(tail.isCatchingUp()).isTrue();
        tail.at("A", 5);
        assertThat(tail.isCatchingUp()).isFalse();
        assertThat(tail.wanted()).isEmpty();

        tail.written(order(1, "A", 1, "B", 1));
        assertThat(tail.wanted()).containsExactlyInAnyOrder("A", "B");
        tail.take(record("A", 1), out);
        assertThat(tail.wanted()).containsExactly("B");
        tail.take(record("B", 2), out);
        assertThat(tail.wanted()).isEmpty();
        assertThat(out).extracting(LogRecord::sequence).containsExactly(1L, 2L);
    }

    @Test
    void what_nobody_announced_is_found_by_a_look() {
        tail.looked(Map.of());
        tail.looked(Map.of("C", 9L));
        assertThat(tail.wanted()).containsExactly("C");
        tail.at("C", 9);
        assertThat(tail.wanted()).isEmpty();
    }

    @Test
    void what_it_has_is_not_wanted_when_it_is_announced_late() {
        tail.looked(Map.of());
        tail.take(record("A", 1), out);
        tail.written(order(1, "A", 1, "B", 2));
        assertThat(tail.wanted()).containsExactly("B");
        assertThat(tail.told()).isEqualTo(3);
    }

    @Test
    void one_that_waits_in_vain_is_stuck() {
        tail.take(record("A", 2), out);
        tail.looked(Map.of());
        tail.looked(Map.of());
        assertThat(tail.stuck()).isEqualTo(1);
        tail.looked(Map.of());
        assertThat(tail.stuck()).isEqualTo(2);
        tail.take(record("B", 1), out);
        tail.looked(Map.of());
        assertThat(tail.stuck()).isZero();
    }

    @Test
    void a_restart_goes_on_behind_a_sequence() {
        tail.looked(Map.of());
        tail.restart(40);
        assertThat(tail.isCatchingUp()).isTrue();
        tail.take(record("A", 41), out);
        assertThat(tail.last()).isEqualTo(41);
    }

    /** Whatever is announced, in whatever order it shows: all is fetched, and nothing else. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_reader_that_fetches_what_is_wanted_gets_all_of_it_in_order(long seed) {
        Random random = new Random(seed);
        List<List<LogRecord>> log = new ArrayList<>();
        TOPICS.forEach(unused -> log.add(new ArrayList<>()));
        int[] read = new int[TOPICS.size()];
        tail.looked(Map.of());
        List<WrittenOrder> unheard = new ArrayList<>();
        long next = 1;
        while (out.size() < 1_000) {
            if (next <= 1_000 && random.nextInt(3) == 0) {
                int topic = random.nextInt(TOPICS.size());
                int count = 1 + random.nextInt(3);
                unheard.add(order(next, TOPICS.get(topic), count));
                for (int i = 0; i < count; i++) {
                    log.get(topic).add(record(TOPICS.get(topic), next++));
                }
            }
            if (!unheard.isEmpty() && random.nextBoolean()) {
                // Now and then a notice is lost; then a look finds what is there.
                WrittenOrder order = unheard.removeFirst();
                if (random.nextInt(10) > 0) {
                    tail.written(order);
                } else {
                    Map<String, Long> behind = new HashMap<>();
                    for (int topic = 0; topic < read.length; topic++) {
                        if (read[topic] < log.get(topic).size()) {
                            behind.put(TOPICS.get(topic), (long) log.get(topic).size());
                        }
                    }
                    tail.looked(behind);
                }
            }
            for (String name : tail.wanted()) {
                int topic = TOPICS.indexOf(name);
                if (read[topic] < log.get(topic).size() && random.nextBoolean()) {
                    tail.take(log.get(topic).get(read[topic]++), out);
                }
                tail.at(name, read[topic]);
            }
        }
        assertThat(out)
                .as("seed %d", seed)
                .extracting(LogRecord::sequence)
                .startsWith(LongStream.rangeClosed(1, 1_000).boxed().toArray(Long[]::new));
    }

    private static WrittenOrder order(long from, Object... runs) {
        List<WrittenOrder.Run> all = new ArrayList<>();
        for (int i = 0; i < runs.length; i += 2) {
            all.add(new WrittenOrder.Run((String) runs[i], (Integer) runs[i + 1]));
        }
        return new WrittenOrder(from, all);
    }

    private static LogRecord record(String topic, long sequence) {
        LogRecord record =
                new ToyRecords("op", 0, "")
                        .record(
                                new GroupAssigned(new UUID(0, 1), "A", "line A", "toy"),
                                sequence,
                                sequence,
                                new UUID(0, 1),
                                Envelope.NO_HASH);
        return new LogRecord(record.envelope(), topic, 0, sequence, record.key(), record.value());
    }
}

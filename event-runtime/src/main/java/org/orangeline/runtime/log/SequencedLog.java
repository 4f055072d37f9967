package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads one service's partition in its order, up to a sequence that is known to be there. */
public final class SequencedLog {

    private static final Duration POLL = Duration.ofMillis(200);

    private final LogClients clients;
    private final Duration timeout;

    /**
     * @param timeout for one stretch
     */
    public SequencedLog(LogClients clients, Duration timeout) {
        this.clients = clients;
        this.timeout = timeout;
    }

    /**
     * Hands on the events of a stretch until the last one, or one that is not wanted any more.
     *
     * @param name of the service, for messages
     * @param topics every topic that the service writes
     * @param next takes an event and says whether to go on
     * @throws LogFault when a sequence is missing or is there twice
     * @throws TimeoutException when the stretch was not read in time
     */
    public void read(
            String name,
            List<String> topics,
            int partition,
            Stretch stretch,
            Predicate<LogRecord> next) {
        if (stretch.after >= stretch.through) {
            return;
        }
        var tail = new PartitionTail(name, topics);
        tail.restart(stretch.after);
        var fetch = new TailFetch().add(partition, tail);
        long deadline = System.nanoTime() + timeout.toNanos();
        // What is wanted is there already: an empty answer must come at once.
        Map<String, Object> hasty = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(hasty)) {
            begin(reader, fetch.assignment(), stretch.nextOffsets);
            List<LogRecord> ordered = new ArrayList<>();
            while (tail.last() < stretch.through) {
                for (ConsumerRecord<String, byte[]> consumed : reader.poll(POLL)) {
                    tail.take(LogRecord.of(consumed), ordered);
                    for (LogRecord record : ordered) {
                        if (record.sequence() > stretch.through || !next.test(record)) {
                            return;
                        }
                    }
                    ordered.clear();
                }
                fetch.pace(reader);
                if (System.nanoTime() > deadline) {
                    throw new TimeoutException("the log was not read in " + timeout);
                }
            }
        }
    }

    private static void begin(
            KafkaConsumer<String, byte[]> reader,
            List<TopicPartition> places,
            Map<String, Long> offsets) {
        reader.assign(places);
        reader.seekToBeginning(
                places.stream().filter(place -> !offsets.containsKey(place.topic())).toList());
        for (TopicPartition place : places) {
            Long offset = offsets.get(place.topic());
            if (offset != null) {
                reader.seek(place, offset);
            }
        }
    }

    /**
     * What to read.
     *
     * @param after the sequence that it follows
     * @param through its last sequence
     * @param nextOffsets where to begin in each topic; those that are not named from the beginning
     */
    public record Stretch(long after, long through, Map<String, Long> nextOffsets) {

        public Stretch {
            nextOffsets = Map.copyOf(nextOffsets);
        }

        /** From the first event. */
        public static Stretch through(long sequence) {
            return new Stretch(0, sequence, Map.of());
        }
    }
}

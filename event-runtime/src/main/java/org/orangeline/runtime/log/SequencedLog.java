package org.orangeline.runtime.log;

import java.time.Duration;
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
    private final int heldBack;
    private final Duration timeout;

    /**
     * @param heldBack records of a topic that may wait for other topics before it is paused
     * @param timeout for one stretch
     */
    public SequencedLog(LogClients clients, int heldBack, Duration timeout) {
        this.clients = clients;
        this.heldBack = heldBack;
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
        var merger = new SequenceMerger(name, topics, heldBack).after(stretch.after);
        List<TopicPartition> places =
                topics.stream().map(topic -> new TopicPartition(topic, partition)).toList();
        long deadline = System.nanoTime() + timeout.toNanos();
        // What is wanted is there already: an empty answer must come at once.
        Map<String, Object> hasty = Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 5);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(hasty)) {
            reader.assign(places);
            begin(reader, places, stretch.nextOffsets);
            while (merger.last() < stretch.through) {
                for (ConsumerRecord<String, byte[]> consumed : reader.poll(POLL)) {
                    for (LogRecord record : merger.offer(LogRecord.of(consumed))) {
                        if (record.sequence() > stretch.through || !next.test(record)) {
                            return;
                        }
                    }
                }
                reader.resume(reader.paused());
                reader.pause(
                        places.stream().filter(at -> merger.ahead().contains(at.topic())).toList());
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

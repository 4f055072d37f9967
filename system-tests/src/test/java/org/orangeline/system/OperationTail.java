package org.orangeline.system;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.EventTypes;

/**
 * Counts the events of one operation, and reads only what was written since it counted last. It
 * ends with the virtual machine. For one thread at a time.
 */
final class OperationTail {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String operation;
    private final KafkaConsumer<String, byte[]> reader;
    private final List<TopicPartition> places;
    private final Set<String> actors = new HashSet<>();
    private long count;

    OperationTail(RunningSystem system, String operation) {
        this.operation = operation;
        this.reader = system.clients().reader(Map.of());
        this.places =
                LogReading.places(
                        reader,
                        EventTypes.all().stream().map(type -> type.topic()).toArray(String[]::new));
        reader.assign(places);
        reader.seekToBeginning(places);
    }

    /**
     * Who wrote the events of the operation that are in the log now and were not counted before.
     */
    Set<String> actors() {
        long unused = count();
        Set<String> found = Set.copyOf(actors);
        actors.clear();
        return found;
    }

    /** How many events of the operation are in the log now. */
    long count() {
        Map<TopicPartition, Long> ends = reader.endOffsets(places);
        while (places.stream()
                .anyMatch(place -> reader.position(place) < ends.getOrDefault(place, 0L))) {
            for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                if (LogReading.header(record, "ce_operation").equals(operation)) {
                    count++;
                    actors.add(LogReading.header(record, "ce_actor"));
                }
            }
        }
        return count;
    }
}

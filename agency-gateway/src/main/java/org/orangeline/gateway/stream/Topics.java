package org.orangeline.gateway.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.runtime.log.LogClients;

/** Reads whole topics, as they are now. */
final class Topics {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ASK = Duration.ofSeconds(30);

    private Topics() {}

    static List<TopicPartition> places(List<String> topics, int partitions) {
        return topics.stream()
                .flatMap(topic ->
                        IntStream.range(0, partitions)
                                .mapToObj(partition -> new TopicPartition(topic, partition)))
                .toList();
    }

    /** Hands on everything that is committed, in the order of each partition. */
    static void readAll(
            LogClients clients,
            List<String> topics,
            int partitions,
            Consumer<ConsumerRecord<String, byte[]>> each) {
        List<TopicPartition> places = places(topics, partitions);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            Map<TopicPartition, Long> ends = reader.endOffsets(places, ASK);
            List<TopicPartition> filled =
                    places.stream().filter(place -> ends.getOrDefault(place, 0L) > 0).toList();
            reader.assign(filled);
            reader.seekToBeginning(filled);
            while (!filled.stream()
                    .allMatch(
                            place -> reader.position(place, ASK) >= ends.getOrDefault(place, 0L))) {
                reader.poll(POLL).forEach(each);
            }
        }
    }
}

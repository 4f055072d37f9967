package org.orangeline.bench.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WholeTopics;

/** Reads topics as fast as one consumer can, from their beginning to their end. */
public final class WholeLog {
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Map<String, Object> WIDE =
            Map.of(
                    ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                    4 << 20,
                    ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                    5_000);

    private WholeLog() {}

    /** Hands on every record; the order is that of each topic only. */
    public static void read(
            LogClients clients,
            Collection<String> topics,
            Consumer<ConsumerRecord<String, byte[]>> next) {
        List<TopicPartition> places;
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            places = places(reader, topics);
        }
        WholeTopics.read(clients, places, WIDE, LIMIT, next);
    }

    static List<TopicPartition> places(
            KafkaConsumer<String, byte[]> reader, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> reader.partitionsFor(topic, ASK).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}

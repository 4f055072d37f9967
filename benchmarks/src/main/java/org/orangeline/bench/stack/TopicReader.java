package org.orangeline.bench.stack;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.runtime.log.LogClients;

/** Reads what was committed to some topics, from the beginning to the end as it is now. */
public final class TopicReader {
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FETCH_BYTES = 8 << 20;
    private static final int POLL_RECORDS = 5_000;

    private final LogClients clients;

    public TopicReader(LogClients clients) {
        this.clients = clients;
    }

    /** Hands on every record; the order is that of each topic only. */
    public void read(Collection<String> topics, Consumer<ConsumerRecord<String, byte[]>> next) {
        Map<String, Object> wide =
                Map.of(
                        ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, FETCH_BYTES,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG, POLL_RECORDS);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(wide)) {
            List<TopicPartition> places = places(reader, topics);
            reader.assign(places);
            reader.seekToBeginning(places);
            Map<TopicPartition, Long> open = new HashMap<>(reader.endOffsets(places, ASK));
            open.values().removeIf(end -> end == 0);
            while (!open.isEmpty()) {
                reader.poll(POLL).forEach(next);
                open.entrySet().removeIf(at -> reader.position(at.getKey(), ASK) >= at.getValue());
            }
        }
    }

    static List<TopicPartition> places(
            KafkaConsumer<String, byte[]> reader, Collection<String> topics) {
        return topics.stream()
                .flatMap(topic -> reader.partitionsFor(topic, ASK).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }
}

package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.runtime.log.LogClients;

/** A topic of one partition with the few things that a service pinned for good. */
final class DeploymentTopic {

    private static final Duration ASK = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final LogClients clients;
    private final String topic;

    DeploymentTopic(LogClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /**
     * Hands on what is in it now, in order.
     *
     * @throws KafkaException when it cannot be read in time
     */
    void read(BiConsumer<String, byte[]> each) {
        TopicPartition place = new TopicPartition(topic, 0);
        try (var reader = clients.reader(Map.of())) {
            reader.assign(List.of(place));
            reader.seekToBeginning(List.of(place));
            long end = reader.endOffsets(List.of(place), ASK).getOrDefault(place, 0L);
            long deadline = System.nanoTime() + ASK.toNanos();
            while (reader.position(place, ASK) < end) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    if (record.value() != null) {
                        each.accept(record.key(), record.value());
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("the deployment's record cannot be read");
                }
            }
        }
    }

    /** Returns when it is committed. */
    void write(String key, byte[] value) throws InterruptedException, ExecutionException {
        Map<String, Object> config = new HashMap<>(clients.common());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ASK.toMillis());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, 0, key, value)).get();
        }
    }
}

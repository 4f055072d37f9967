package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WholeTopics;

/** A topic of one partition with the few things that a service pinned for good. */
final class DeploymentTopic {

    private static final Duration ASK = Duration.ofSeconds(15);

    private final LogClients clients;
    private final String topic;

    DeploymentTopic(LogClients clients, String topic) {
        this.clients = clients;
        this.topic = topic;
    }

    /**
     * Hands on what is in it now, in order.
     *
     * @throws org.apache.kafka.common.KafkaException when it cannot be read in time
     */
    void read(BiConsumer<String, byte[]> each) {
        WholeTopics.read(
                clients,
                List.of(new TopicPartition(topic, 0)),
                ASK,
                record -> {
                    if (record.value() != null) {
                        each.accept(record.key(), record.value());
                    }
                });
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

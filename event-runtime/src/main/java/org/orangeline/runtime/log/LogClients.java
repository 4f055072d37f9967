package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.runtime.Limits;

/**
 * Kafka clients as this project needs them: nobody reads what is not committed, and no consumer
 * takes an offset from a group.
 *
 * @param common connection settings of every client: bootstrap servers, security
 */
public record LogClients(Map<String, String> common) {

    /** How long the broker holds a fetch of events that were announced and do not show yet. */
    public static final int FETCH_WAIT_MILLIS = 5;

    public LogClients {
        common = Map.copyOf(common);
    }

    public KafkaConsumer<String, byte[]> reader(Map<String, Object> more) {
        Map<String, Object> config = new HashMap<>(common);
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        config.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 5);
        config.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 250);
        config.putAll(more);
        return new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * A producer that has fenced whoever had its transactional id before.
     *
     * @param id also its name in the broker's log and metrics
     * @throws KafkaException when the broker does not answer in time
     */
    public KafkaProducer<String, byte[]> writer(String id) {
        Map<String, Object> config = new HashMap<>(common);
        config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        config.put(ProducerConfig.CLIENT_ID_CONFIG, id);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        // A commit sends at once what waits. Without this the first record leaves by itself, and
        // one
        // transaction becomes several requests, appends and syncs.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 100);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 256 * 1024);
        // A transaction that begins while the broker still ends the one before is asked to come
        // back: soon, and not after a growing pause.
        config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
        config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 10);
        config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) Limits.WRITER_BLOCK.toMillis());
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Limits.WRITER_BLOCK.toMillis());
        config.put(
                ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                (int) Limits.TRANSACTION_TIMEOUT.toMillis());
        var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
        try {
            producer.initTransactions();
            return producer;
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    public Admin admin() {
        Properties config = new Properties();
        config.putAll(common);
        config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        return Admin.create(config);
    }
}

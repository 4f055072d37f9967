package org.orangeline.gateway.stream;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.events.EventCodec;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WholeTopics;

/** What agencies have said that they acted on; kept in a topic of the gateway's own. */
public final class Acknowledgements implements AutoCloseable {

    private final LogClients clients;
    private final int partitions;
    private final KafkaProducer<String, byte[]> producer;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile boolean read;

    public Acknowledgements(LogClients clients, int partitions) {
        this.clients = clients;
        this.partitions = partitions;
        Map<String, Object> config = new HashMap<>(clients.common());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.CLIENT_ID_CONFIG, FeedWriter.NAME + "-acknowledgements");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, Limits.WRITER_BLOCK.toMillis());
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) Limits.WRITER_BLOCK.toMillis());
        this.producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    /** Whether an agency has acknowledged a notice. */
    public boolean has(String agency, UUID notice) {
        read();
        return known.contains(key(agency, notice));
    }

    /**
     * Notes them, and returns when they are committed. Those that are known stay as they were.
     *
     * @param by the caller's subject
     */
    public void add(String agency, List<UUID> notices, String by, Instant at) {
        read();
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (UUID notice : notices) {
            if (!known.contains(key(agency, notice))) {
                byte[] value = EventCodec.canonical(Map.of("by", by, "at", at.toString()));
                sent.add(
                        producer.send(
                                new ProducerRecord<>(
                                        FeedTopics.ACKNOWLEDGEMENTS, key(agency, notice), value)));
            }
        }
        try {
            for (Future<RecordMetadata> one : sent) {
                RecordMetadata unused = one.get();
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("acknowledgements cannot be written", e);
        }
        notices.forEach(notice -> known.add(key(agency, notice)));
    }

    private synchronized void read() {
        if (!read) {
            WholeTopics.read(
                    clients,
                    Topics.places(List.of(FeedTopics.ACKNOWLEDGEMENTS), partitions),
                    consumed -> known.add(consumed.key()));
            read = true;
        }
    }

    private static String key(String agency, UUID notice) {
        return agency + "/" + notice;
    }

    @Override
    public void close() {
        producer.close();
    }
}

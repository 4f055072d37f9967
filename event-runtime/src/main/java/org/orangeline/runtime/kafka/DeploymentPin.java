package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogFault;

/** What a service's first instance wrote into the log: partition count and topics. */
final class DeploymentPin {

    private static final Duration ASK = Duration.ofSeconds(15);
    private static final Duration POLL = Duration.ofMillis(100);

    private final LogClients clients;
    private final Service service;

    DeploymentPin(LogClients clients, Service service) {
        this.clients = clients;
        this.service = service;
    }

    Optional<Pinned> read() {
        return readFrom(ServiceTopics.deployment(service));
    }

    Optional<Pinned> readFrom(String topic) {
        TopicPartition place = new TopicPartition(topic, 0);
        Optional<Pinned> pinned = Optional.empty();
        try (var reader = clients.reader(Map.of())) {
            reader.assign(List.of(place));
            reader.seekToBeginning(List.of(place));
            long end = reader.endOffsets(List.of(place), ASK).getOrDefault(place, 0L);
            long deadline = System.nanoTime() + ASK.toNanos();
            while (reader.position(place, ASK) < end) {
                for (ConsumerRecord<String, byte[]> record : reader.poll(POLL)) {
                    if (service.id().equals(record.key()) && record.value() != null) {
                        pinned = Optional.of(Pinned.parse(record.value()));
                    }
                }
                if (System.nanoTime() > deadline) {
                    throw new KafkaException("the deployment's record cannot be read");
                }
            }
        }
        return pinned;
    }

    void write(Pinned pinned) throws InterruptedException, ExecutionException {
        Map<String, Object> config = new HashMap<>(clients.common());
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ASK.toMillis());
        try (var producer =
                new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    ServiceTopics.deployment(service),
                                    0,
                                    service.id(),
                                    pinned.bytes()))
                    .get();
        }
    }

    /**
     * @param partitions of every event topic
     * @param topics every topic that was made
     */
    record Pinned(int partitions, Set<String> topics) {

        Pinned {
            topics = Set.copyOf(topics);
        }

        byte[] bytes() {
            return (partitions + " " + String.join(",", new TreeSet<>(topics)))
                    .getBytes(StandardCharsets.UTF_8);
        }

        static Pinned parse(byte[] bytes) {
            String[] parts = new String(bytes, StandardCharsets.UTF_8).split(" ", 2);
            try {
                return new Pinned(
                        Integer.parseInt(parts[0]),
                        Arrays.stream(parts[1].split(",")).collect(Collectors.toSet()));
            } catch (RuntimeException e) {
                throw new LogFault("the deployment's record is malformed", e);
            }
        }
    }
}

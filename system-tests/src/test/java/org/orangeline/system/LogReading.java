package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.orangeline.runtime.log.LogClients;

/** The log as it lies there, read with Kafka's own client and nothing of the services. */
final class LogReading {

    private static final Duration POLL = Duration.ofMillis(200);

    private final LogClients clients;

    LogReading(LogClients clients) {
        this.clients = clients;
    }

    /** Every committed record of the topics that is there now. */
    List<ConsumerRecord<String, byte[]>> records(String... topics) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            List<TopicPartition> places = places(reader, topics);
            reader.assign(places);
            reader.seekToBeginning(places);
            Map<TopicPartition, Long> ends = reader.endOffsets(places);
            Set<TopicPartition> open = new HashSet<>(places);
            List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
            while (!open.isEmpty()) {
                reader.poll(POLL).forEach(found::add);
                open.removeIf(place -> reader.position(place) >= ends.getOrDefault(place, 0L));
            }
            return found;
        }
    }

    /** One question for all topics. */
    static List<TopicPartition> places(KafkaConsumer<String, byte[]> reader, String... topics) {
        var known = reader.listTopics();
        return Stream.of(topics)
                .flatMap(topic -> known.getOrDefault(topic, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    /** How many events of a topic are about each subject of an operation. */
    Map<String, Long> countBySubject(String topic, String operation) {
        return records(topic).stream()
                .filter(found -> header(found, "ce_operation").equals(operation))
                .collect(Collectors.groupingBy(ConsumerRecord::key, Collectors.counting()));
    }

    /** Ends of all topics, to see whether something was written. */
    Map<TopicPartition, Long> ends(String... topics) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            List<TopicPartition> places = places(reader, topics);
            return reader.endOffsets(places);
        }
    }

    /** How a topic is kept. */
    Map<String, String> settings(String topic) {
        var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = clients.admin()) {
            Config config =
                    admin.describeConfigs(List.of(resource)).all().get().values().iterator().next();
            return config.entries().stream()
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    Set<String> topics() {
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            return Set.copyOf(reader.listTopics().keySet());
        }
    }

    static JsonNode value(ConsumerRecord<String, byte[]> found) {
        try {
            return Answer.MAPPER.readTree(found.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}

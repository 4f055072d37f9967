package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.log.LogClients;

/**
 * Tries everything with one principal's clients. What the broker answers for another reason (the
 * topic is there already) counts as allowed: only a denial is one.
 */
final class Intruder implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final LogClients clients;
    private final Admin admin;

    Intruder(LogClients clients) {
        this.clients = clients;
        this.admin = clients.admin();
    }

    /** By topic, whether it was let. */
    Map<String, Boolean> tries(Attempt attempt, Collection<String> topics) {
        return switch (attempt) {
            case READ -> reads(topics);
            case WRITE -> writes(topics);
            case CREATE ->
                    outcomes(
                            admin.createTopics(
                                            topics.stream()
                                                    .map(name -> new NewTopic(name, 1, (short) 1))
                                                    .toList(),
                                            new CreateTopicsOptions().validateOnly(true))
                                    .values());
            case DESCRIBE -> outcomes(admin.describeTopics(topics).topicNameValues());
            case DELETE -> outcomes(admin.deleteTopics(topics).topicNameValues());
            case DESCRIBE_CONFIGS ->
                    outcomes(byName(admin.describeConfigs(resources(topics)).values()));
            case ALTER_CONFIGS ->
                    outcomes(
                            byName(
                                    admin.incrementalAlterConfigs(
                                                    resources(topics).stream()
                                                            .collect(
                                                                    Collectors.toMap(
                                                                            one -> one,
                                                                            one -> forget())))
                                            .values()));
            case ADD_PARTITIONS ->
                    outcomes(
                            admin.createPartitions(
                                            topics.stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    name -> name,
                                                                    name ->
                                                                            NewPartitions
                                                                                    .increaseTo(
                                                                                            9))))
                                    .values());
            case CUT_OFF ->
                    outcomes(
                            admin
                                    .deleteRecords(
                                            topics.stream()
                                                    .collect(
                                                            Collectors.toMap(
                                                                    Intruder::first,
                                                                    name ->
                                                                            RecordsToDelete
                                                                                    .beforeOffset(
                                                                                            1))))
                                    .lowWatermarks()
                                    .entrySet()
                                    .stream()
                                    .collect(
                                            Collectors.toMap(
                                                    entry -> entry.getKey().topic(),
                                                    Map.Entry::getValue)));
        };
    }

    // The broker names at once all that it denies; of each other topic a record has to come.
    private Map<String, Boolean> reads(Collection<String> topics) {
        Set<String> let = new TreeSet<>(topics);
        Set<String> unread = new TreeSet<>(topics);
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of())) {
            assign(reader, let);
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!unread.isEmpty()) {
                assertThat(System.nanoTime())
                        .as("neither read nor denied: " + unread)
                        .isLessThan(deadline);
                try {
                    reader.poll(Duration.ofMillis(500)).forEach(one -> unread.remove(one.topic()));
                } catch (TopicAuthorizationException e) {
                    let.removeAll(e.unauthorizedTopics());
                    unread.removeAll(e.unauthorizedTopics());
                    assign(reader, let);
                }
            }
        }
        return outcomes(topics, let);
    }

    private static void assign(KafkaConsumer<String, byte[]> reader, Set<String> topics) {
        List<TopicPartition> places = topics.stream().map(Intruder::first).toList();
        reader.assign(places);
        reader.seekToBeginning(places);
    }

    private static Map<String, Boolean> outcomes(Collection<String> topics, Set<String> let) {
        Map<String, Boolean> outcomes = new TreeMap<>();
        topics.forEach(topic -> outcomes.put(topic, let.contains(topic)));
        return outcomes;
    }

    private Map<String, Boolean> writes(Collection<String> topics) {
        try (KafkaProducer<String, byte[]> writer = producer(Map.of())) {
            return each(
                    topics,
                    topic -> {
                        try {
                            return writer.send(new ProducerRecord<>(topic, "k", new byte[1]))
                                            .get()
                                            .offset()
                                    >= 0;
                        } catch (ExecutionException e) {
                            return isLet(e.getCause(), TopicAuthorizationException.class);
                        }
                    });
        }
    }

    /**
     * Whether it may keep a place in a group.
     *
     * @param readable a topic that it may read
     */
    boolean joins(String group, String readable) {
        try (KafkaConsumer<String, byte[]> reader = clients.reader(Map.of("group.id", group))) {
            reader.assign(List.of(first(readable)));
            reader.commitSync(Map.of(first(readable), new OffsetAndMetadata(0)), LIMIT);
            return true;
        } catch (GroupAuthorizationException e) {
            return false;
        }
    }

    /** Whether it may fence who writes under that id. */
    boolean fences(String transactionalId) {
        try (KafkaProducer<String, byte[]> writer =
                producer(
                        Map.of(
                                "enable.idempotence",
                                "true",
                                "transactional.id",
                                transactionalId))) {
            writer.initTransactions();
            return true;
        } catch (TransactionalIdAuthorizationException e) {
            return false;
        }
    }

    /** Whether a call that is about the whole cluster is let. */
    boolean administers(Function<Admin, KafkaFuture<?>> call) {
        return let(call.apply(admin));
    }

    private KafkaProducer<String, byte[]> producer(Map<String, String> more) {
        Map<String, Object> config = new HashMap<>(clients.common());
        config.put("enable.idempotence", "false");
        config.put("max.block.ms", LIMIT.toMillis());
        config.putAll(more);
        return new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    private static TopicPartition first(String topic) {
        return new TopicPartition(topic, 0);
    }

    private static List<ConfigResource> resources(Collection<String> topics) {
        return topics.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
    }

    private static Collection<AlterConfigOp> forget() {
        return List.of(
                new AlterConfigOp(new ConfigEntry("retention.ms", "1"), AlterConfigOp.OpType.SET));
    }

    private static <T> Map<String, KafkaFuture<T>> byName(
            Map<ConfigResource, KafkaFuture<T>> answers) {
        Map<String, KafkaFuture<T>> byName = new HashMap<>();
        answers.forEach((resource, answer) -> byName.put(resource.name(), answer));
        return byName;
    }

    private static <T> Map<String, Boolean> outcomes(Map<String, KafkaFuture<T>> answers) {
        Map<String, Boolean> outcomes = new TreeMap<>();
        answers.forEach((topic, answer) -> outcomes.put(topic, let(answer)));
        return outcomes;
    }

    private static boolean let(KafkaFuture<?> answer) {
        try {
            Object unused = answer.get();
            return true;
        } catch (ExecutionException e) {
            return isLet(e.getCause(), AuthorizationException.class);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static boolean isLet(
            @Nullable Throwable answer, Class<? extends AuthorizationException> denial) {
        return !denial.isInstance(answer);
    }

    private static Map<String, Boolean> each(
            Collection<String> topics, Tried<String, Boolean> attempt) {
        Map<String, Boolean> outcomes = new TreeMap<>();
        for (String topic : topics) {
            try {
                outcomes.put(topic, attempt.of(topic));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
        }
        return outcomes;
    }

    /** What is tried. */
    interface Tried<I, O> {
        O of(I input) throws InterruptedException;
    }

    @Override
    public void close() {
        admin.close();
    }
}

package org.orangeline.kit.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;

/**
 * The topic {@code <service>.held}; every instance follows it. What this instance writes it knows
 * at once; for a moment an older record may come after that, so an item may be released twice, and
 * its id sees to it that it is applied once.
 */
@ApplicationScoped
public class HeldLog {

    private static final Logger LOG = Logger.getLogger("org.orangeline.items");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final MutinyEmitter<Record<String, byte[]>> emitter;
    private final Engine<?, ?, ?, ?> engine;
    private final ObjectMapper mapper;
    private final Map<String, Map<UUID, HeldItem>> held = new ConcurrentHashMap<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final TopicFollower follower;

    HeldLog(
            @Channel("held") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.follower = new TopicFollower(engine, ServiceTopics.held(engine.service()), this::take);
    }

    void start(@Observes StartupEvent unused) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent unused) {
        follower.stop();
    }

    /** Whether what was there at the start is known. */
    boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    Optional<HeldItem> of(String operation, UUID itemId) {
        return Optional.ofNullable(map(operation).get(itemId));
    }

    /** What an operation has here, each tablet's in its order. */
    List<HeldItem> in(String operation) {
        return map(operation).values().stream()
                .sorted(
                        Comparator.comparing(HeldItem::deviceId)
                                .thenComparing(HeldItem::deviceSequence)
                                .thenComparing(HeldItem::itemId))
                .toList();
    }

    /** What a tablet has here that still has to be decided. */
    Stream<HeldItem> openOf(String operation, String deviceId) {
        return map(operation).values().stream()
                .filter(item -> item.isOpen() && item.deviceId().equals(deviceId));
    }

    Set<String> operations() {
        return Set.copyOf(held.keySet());
    }

    long count(String operation, HeldItem.State state) {
        return map(operation).values().stream().filter(item -> item.state() == state).count();
    }

    /**
     * Returns when the broker has it.
     *
     * @throws RuntimeException when it has not in time
     */
    void write(HeldItem item) {
        try {
            send(item, mapper.writeValueAsBytes(item));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a held item is plain data", e);
        }
        map(item.operation()).put(item.itemId(), item);
    }

    /**
     * Changes an item as it stands now, one at a time.
     *
     * @return what was written; empty when it is not here any more
     * @throws RuntimeException when the broker has it not in time
     */
    Optional<HeldItem> change(HeldItem item, UnaryOperator<HeldItem> how) {
        changing.lock();
        try {
            Optional<HeldItem> changed = of(item.operation(), item.itemId()).map(how);
            changed.ifPresent(this::write);
            return changed;
        } finally {
            changing.unlock();
        }
    }

    /** Held while an item is decided, so that nobody changes one meanwhile. */
    Lock changing() {
        return changing;
    }

    /** Waits until all that is in the topic now is known here; false when it took too long. */
    boolean catchUp() {
        return follower.catchUp(LIMIT);
    }

    /** Returns when the broker has the tombstone. */
    void remove(HeldItem item) {
        send(item, null);
        map(item.operation()).remove(item.itemId());
    }

    private void send(HeldItem item, byte @Nullable [] value) {
        int partition = Partitions.of(item.operation(), engine.settings().partitions());
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(item.key())
                        .withPartition(partition)
                        .build();
        emitter.sendMessage(Message.of(Record.of(item.key(), value)).addMetadata(metadata))
                .await()
                .atMost(LIMIT);
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String[] key = record.key().split(" ", 2);
        byte @Nullable [] value = record.value();
        if (value == null) {
            map(key[0]).remove(UUID.fromString(key[1]));
            return;
        }
        try {
            HeldItem item = mapper.readValue(value, HeldItem.class);
            HeldItem unused =
                    map(item.operation())
                            .merge(
                                    item.itemId(),
                                    item,
                                    (here, read) ->
                                            read.revision() >= here.revision() ? read : here);
        } catch (IOException e) {
            LOG.errorf("held item %s cannot be read", key[1]);
        }
    }

    private Map<UUID, HeldItem> map(String operation) {
        return held.computeIfAbsent(operation, _ -> new ConcurrentHashMap<>());
    }
}

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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.TopicFollower;

/**
 * The topic {@code <service>.held}; every instance follows it. What this instance writes it knows
 * at once; for a moment an older record may come after that, so an item may be released twice, and
 * its id sees to it that it is applied once.
 */
@ApplicationScoped
public class HeldLog {

    private static final Logger LOG = Logger.getLogger("org.orangeline.items");
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final int LOCKS = 256;

    private final MutinyEmitter<Record<String, byte[]>> emitter;
    private final Engine<?, ?, ?, ?> engine;
    private final ObjectMapper mapper;
    private final HeldStore held = new HeldStore();
    private final Tenures tenures = new Tenures();
    private final List<Lock> changing =
            Stream.<Lock>generate(ReentrantLock::new).limit(LOCKS).toList();
    private final TopicFollower follower;

    HeldLog(
            @Channel("held") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<Record<String, byte[]>> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.follower = engine.follower(ServiceTopics.held(engine.service()), this::take);
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

    /**
     * @throws ProblemException 503 as long as it is not
     */
    void requireCaughtUp() {
        if (!isCaughtUp()) {
            throw ProblemException.unavailable("What is held is not read back yet.");
        }
    }

    /** Whether this instance decides about what an operation holds, and knows all of it. */
    boolean leads(String operation) {
        return isCaughtUp()
                && engine.isCaughtUp(operation)
                && tenures.mayAct(engine.status().get(engine.partition(operation)), this::catchUp);
    }

    Optional<HeldItem> of(String operation, UUID itemId) {
        return held.of(operation, itemId);
    }

    /**
     * @throws ProblemException 404 when it is not here
     */
    HeldItem require(String operation, UUID itemId) {
        requireCaughtUp();
        return of(operation, itemId).orElseThrow(HeldLog::notHere);
    }

    static ProblemException notHere() {
        return ProblemException.notFound("No such item is held here.");
    }

    /** What an operation has here, each tablet's in its order. */
    List<HeldItem> in(String operation) {
        return held.in(operation);
    }

    /** What a tablet has here that still has to be decided. */
    Stream<HeldItem> openOf(String operation, String deviceId) {
        return held.of(operation, deviceId).stream().filter(HeldItem::isOpen);
    }

    /** How many items of a tablet are here that a tablet would call undecided. */
    long undecidedOf(String operation, String deviceId) {
        return held.of(operation, deviceId).stream().filter(HeldItem::isUndecided).count();
    }

    Set<String> operations() {
        return held.operations();
    }

    int count(String operation, HeldItem.State state) {
        return held.count(operation, state);
    }

    int count(HeldItem.State state) {
        return held.count(state);
    }

    /** How far erasures were followed; empty when nobody has said so yet. */
    Optional<Integer> mark(String operation) {
        return held.mark(operation);
    }

    /**
     * Returns when the broker has it.
     *
     * @throws RuntimeException when it has not in time
     */
    void write(HeldItem item) {
        send(item.operation(), item.key(), bytes(item));
        held.put(item);
    }

    void write(HeldMark mark) {
        send(mark.operation(), mark.key(), bytes(mark));
        held.put(mark);
    }

    private byte[] bytes(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of what is held is plain data", e);
        }
    }

    /**
     * Changes an item as it stands now; nobody else changes it meanwhile.
     *
     * @return what was written; empty when it is not here any more
     * @throws RuntimeException when the broker has it not in time
     */
    Optional<HeldItem> change(HeldItem item, UnaryOperator<HeldItem> how) {
        Lock lock = changing(item);
        lock.lock();
        try {
            Optional<HeldItem> changed = of(item.operation(), item.itemId()).map(how);
            changed.ifPresent(this::write);
            return changed;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Held while an item is decided, so that nobody changes it meanwhile. Whoever has one takes no
     * other item's: two may share a lock.
     */
    Lock changing(HeldItem item) {
        return changing.get(Math.floorMod(item.itemId().hashCode(), LOCKS));
    }

    /** Waits until all that is in the topic now is known here; false when it took too long. */
    boolean catchUp() {
        return follower.catchUp(LIMIT);
    }

    /** Returns when the broker has the tombstone. */
    void remove(HeldItem item) {
        send(item.operation(), item.key(), null);
        held.remove(item.operation(), item.itemId());
    }

    private void send(String operation, String key, byte @Nullable [] value) {
        int partition = Partitions.of(operation, engine.settings().partitions());
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(key)
                        .withPartition(partition)
                        .build();
        try {
            emitter.sendMessage(Message.of(Record.of(key, value)).addMetadata(metadata))
                    .await()
                    .atMost(LIMIT);
        } catch (RuntimeException e) {
            LOG.warnf("a record of what is held was not confirmed: %s", e.toString());
            throw ProblemException.unavailable("It is not known whether this is stored.");
        }
    }

    private void take(ConsumerRecord<String, byte[]> record) {
        String[] key = record.key().split(" ", 2);
        byte @Nullable [] value = record.value();
        if (value == null) {
            held.remove(key[0], UUID.fromString(key[1]));
            return;
        }
        try {
            if (key[1].equals(HeldMark.NAME)) {
                held.put(mapper.readValue(value, HeldMark.class));
                return;
            }
            held.put(mapper.readValue(value, HeldItem.class));
        } catch (IOException e) {
            LOG.errorf("held item %s cannot be read", key[1]);
        }
    }
}

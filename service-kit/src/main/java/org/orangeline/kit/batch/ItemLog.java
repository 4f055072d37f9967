package org.orangeline.kit.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.keys.ProcessKeys;
import org.orangeline.runtime.log.TopicFollower;

/**
 * The topic {@code <service>.items}: what became of the items of tablets. Every instance follows it
 * from the beginning, so any can tell a tablet how far it is.
 */
@ApplicationScoped
public class ItemLog {

    private static final Logger LOG = Logger.getLogger("org.orangeline.items");
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final MutinyEmitter<byte[]> emitter;
    private final Engine<?, ?, ?, ?> engine;
    private final ObjectMapper mapper;
    private final ProcessKeys keys;
    private final KnownPersons persons;
    private final Map<String, DeviceLedger> ledgers = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    ItemLog(
            @Channel("items") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper,
            ProcessKeys keys,
            KnownPersons persons) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.keys = keys;
        this.persons = persons;
        this.follower =
                engine.follower(
                        ServiceTopics.items(engine.service()), record -> add(record.value()));
    }

    void start(@Observes StartupEvent unused) {
        follower.start();
    }

    void stop(@Observes ShutdownEvent unused) {
        follower.stop();
    }

    /** Whether what was there at the start is known; before, no cursor can be told. */
    public boolean isCaughtUp() {
        return follower.isCaughtUp();
    }

    DeviceLedger of(String operation, String deviceId) {
        return ledgers.computeIfAbsent(operation + " " + deviceId, _ -> new DeviceLedger());
    }

    /** What a tablet's clock said at its last item; only ever shown, never reckoned with. */
    public Optional<DeviceClock> clock(String operation, String deviceId) {
        return of(operation, deviceId).clock();
    }

    /**
     * Why an item cannot be what it says; empty when it can.
     *
     * @throws org.orangeline.runtime.keys.KeyServiceException when it cannot be told now
     */
    Optional<String> conflict(String operation, Item item) {
        DeviceLedger ledger = of(operation, item.deviceId());
        boolean isAnother =
                ledger.content(item.itemId())
                        .filter(mark -> !isSame(operation, item, mark))
                        .isPresent();
        return isAnother
                ? Optional.of(
                        "An item with this itemId came before, with other content, or about"
                                + " somebody whose identity was erased since.")
                : ledger.conflict(item.itemId(), item.deviceSequence());
    }

    /** What is kept of an item that is decided; null when that might outlive an erasure. */
    @Nullable ContentMark mark(String operation, Item item) {
        int partition = engine.partition(operation);
        List<String> concerned =
                NamedPersons.concernedBy(item, operation, persons).map(UUID::toString).toList();
        if (concerned.stream()
                .anyMatch(who ->
                        engine.keys().wasDestroyed(partition, new SubjectRef(operation, who)))) {
            return null;
        }
        List<String> bound =
                concerned.stream()
                        .filter(who ->
                                engine.keys().hasKey(partition, new SubjectRef(operation, who)))
                        .toList();
        if (bound.size() < concerned.size() && engine.otherOwner(operation).isPresent()) {
            return null; // The instance that decided it may have made a key that is not here yet.
        }
        return bound(operation, item, bound).map(hash -> new ContentMark(hash, bound)).orElse(null);
    }

    private boolean isSame(String operation, Item item, ContentMark mark) {
        return bound(operation, item, mark.boundTo()).filter(mark.hash()::equals).isPresent();
    }

    private Optional<String> bound(String operation, Item item, List<String> to) {
        String hash = keys.contentHash(item.said().getBytes(StandardCharsets.UTF_8));
        return engine.keys().bound(engine.partition(operation), operation, to, hash);
    }

    /**
     * Returns when the broker has it.
     *
     * @throws RuntimeException when it has not in time
     */
    void write(ItemTaken taken) {
        byte[] value;
        try {
            value = mapper.writeValueAsBytes(taken);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an item's outcome is plain data", e);
        }
        var metadata =
                OutgoingKafkaRecordMetadata.<String>builder()
                        .withKey(taken.deviceId())
                        .withPartition(
                                Partitions.of(taken.operation(), engine.settings().partitions()))
                        .build();
        emitter.sendMessage(Message.of(value).addMetadata(metadata)).await().atMost(LIMIT);
        of(taken.operation(), taken.deviceId()).add(taken);
    }

    private void add(byte[] value) {
        try {
            ItemTaken taken = mapper.readValue(value, ItemTaken.class);
            of(taken.operation(), taken.deviceId()).add(taken);
        } catch (IOException e) {
            LOG.error("a line of the items cannot be read");
        }
    }
}

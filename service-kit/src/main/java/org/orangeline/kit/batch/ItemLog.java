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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.Partitions;
import org.orangeline.runtime.kafka.Engine;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.keys.DeploymentKey;

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
    private final DeploymentKey deployment;
    private final Map<String, DeviceLedger> ledgers = new ConcurrentHashMap<>();
    private final TopicFollower follower;

    ItemLog(
            @Channel("items") @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> emitter,
            Engine<?, ?, ?, ?> engine,
            ObjectMapper mapper,
            KitConfig config) {
        this.emitter = emitter;
        this.engine = engine;
        this.mapper = mapper;
        this.deployment = DeploymentKey.read(config.deploymentKeyFile());
        this.follower =
                new TopicFollower(
                        engine,
                        ServiceTopics.items(engine.service()),
                        record -> add(record.value()));
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
        return of(operation, deviceId).clockOff().map(DeviceClock::of);
    }

    String hash(String content) {
        return deployment.contentHash(content.getBytes(StandardCharsets.UTF_8));
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

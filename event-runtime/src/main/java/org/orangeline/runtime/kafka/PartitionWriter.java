package org.orangeline.runtime.kafka;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Service;
import org.orangeline.runtime.Command;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.log.LogRecord;

/**
 * What an owner writes in one partition: batches of events with their keys, rotated keys, and keys
 * that are taken away. Whatever throws a {@link KafkaException} leaves its outcome to be read from
 * the log, by a new fence. For the partition's thread.
 */
final class PartitionWriter<C extends Command, O, K, E extends DomainEvent>
        implements AutoCloseable {

    private final Service service;
    private final int partition;
    private final PartitionState<C, O, K, E> state;
    private final Takeover takeover;
    private final KeyRing ring;
    private final RuntimeMetrics metrics;
    private final KeyRoll roll;
    private @Nullable TransactionalWriter writer;

    PartitionWriter(
            Service service,
            int partition,
            PartitionState<C, O, K, E> state,
            Takeover takeover,
            KeyRing ring,
            RuntimeMetrics metrics,
            KeyRoll roll) {
        this.roll = roll;
        this.service = service;
        this.partition = partition;
        this.state = state;
        this.takeover = takeover;
        this.ring = ring;
        this.metrics = metrics;
    }

    /** Fences whoever wrote before. */
    void fence() {
        close();
        writer = takeover.fence(partition);
        roll.forget();
    }

    /**
     * Proves that this instance is the owner, and says so to the others.
     *
     * @return the broker's time
     */
    Instant announce() {
        return takeover.announce(writer(), partition);
    }

    /**
     * Commits a batch and takes it into the state; a batch without events is confirmed instead,
     * when somebody waits for it.
     */
    void commit(Batch<C, O, K, E> batch, int commands) {
        if (!batch.isEmpty()) {
            write(batch, commands);
        } else if (commands > 0) {
            // A refusal or a repeat leaves only when this instance still is the owner.
            takeover.confirm(writer());
        }
    }

    private void write(Batch<C, O, K, E> batch, int commands) {
        List<LogRecord> written = new ArrayList<>();
        metrics.commit(
                commands,
                () -> {
                    List<Long> offsets = writer().commit(batch.toSend());
                    for (int i = 0; i < batch.events().size(); i++) {
                        written.add(batch.events().get(i).at(offsets.get(i)));
                    }
                    int next = offsets.size() - batch.keys().size();
                    for (Map.Entry<String, byte @Nullable []> key : batch.keys().entrySet()) {
                        ring.wrote(partition, key.getKey(), key.getValue(), offsets.get(next++));
                    }
                });
        state.committed(batch.pending(), written);
    }

    /**
     * Takes away keys that an event of another service destroyed: nobody uses them, but the topic
     * still has them.
     */
    void destroyLeftBehind() {
        Set<String> destroyed = ring.leftBehind(partition);
        if (!destroyed.isEmpty()) {
            Tombstones.write(writer(), ring, ServiceTopics.keys(service), partition, destroyed);
        }
    }

    /** Closes the segment in which destroyed keys may lie, so that the broker compacts it. */
    void rollKeysWhenDue() {
        if (roll.isDue(ring.destroyed(partition))) {
            Tombstones.write(
                    writer(), ring, ServiceTopics.keys(service), partition, Set.of(KeyRing.ROLL));
        }
    }

    /**
     * @return how many persons' keys were wrapped anew
     */
    int rotate(String operation) {
        return new Rewrapping(ring, partition, ServiceTopics.keys(service))
                .run(operation, writer());
    }

    private TransactionalWriter writer() {
        if (writer == null) {
            throw new IllegalStateException("an owner has a writer");
        }
        return writer;
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
            writer = null;
        }
    }
}

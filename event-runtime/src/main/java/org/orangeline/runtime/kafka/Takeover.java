package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogEnds;

/**
 * The steps from an assignment to the first decision: fence, see how far the logs reach, catch up,
 * confirm. The ends are taken after the fence, when no former owner can write any more.
 */
final class Takeover {

    private final RuntimeSettings settings;
    private final Service service;
    private final Set<Service> upstream;
    private final LogEnds ends;
    private final Membership membership;
    private final OwnLogFollower follower;

    Takeover(
            RuntimeSettings settings,
            Service service,
            Set<Service> upstream,
            LogEnds ends,
            Membership membership,
            OwnLogFollower follower) {
        this.settings = settings;
        this.service = service;
        this.upstream = Set.copyOf(upstream);
        this.ends = ends;
        this.membership = membership;
        this.follower = follower;
    }

    /**
     * For failure drills: leaves time to stop an instance between its last question and its fence.
     */
    void hold(int partition) {
        if (settings.takeoverHold().isPositive()) {
            PartitionWorker.LOG.warnf(
                    "partition %d: holding for %s before the fence",
                    partition, settings.takeoverHold());
            try {
                Thread.sleep(settings.takeoverHold());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the group whether the partition still is this instance's. */
    CompletableFuture<Boolean> isMember(int partition) {
        return membership.isMember(partition);
    }

    TransactionalWriter fence(int partition) {
        return TransactionalWriter.open(settings, service, partition);
    }

    /**
     * @throws KafkaException when the ends cannot be told, or a former owner's transaction is still
     *     open although the fence has ended it (a broker from 4.3.0 to 4.4.0 can forget to: see
     *     KAFKA-20734). The next commit would make it part of the log, so nobody may build on
     *     either outcome.
     */
    Targets targets(int partition) {
        List<String> own = new ArrayList<>(ServiceTopics.events(service));
        own.add(ServiceTopics.keys(service));
        if (!ends.isSettled(own, partition)) {
            throw new KafkaException("a former owner's transaction was never ended by the broker");
        }
        Map<Service, Long> learn = new HashMap<>();
        for (Service other : upstream) {
            learn.put(other, lastSequence(other, partition));
        }
        return new Targets(
                lastSequence(service, partition),
                learn,
                ends.endOffset(new TopicPartition(ServiceTopics.keys(service), partition)));
    }

    private long lastSequence(Service of, int partition) {
        return ends.lastSequences(ServiceTopics.events(of), Set.of(partition))
                .getOrDefault(partition, 0L);
    }

    long keysRead(int partition) {
        return follower.keysPosition(partition);
    }

    /**
     * Proves that this instance is the owner, once in a tenure. It writes the owner's address with
     * the same transaction, so only a rightful owner ever announces itself. It always does: what it
     * read about itself may be older than what another owner wrote since.
     *
     * @throws KafkaException when it is not the owner
     */
    Instant announce(TransactionalWriter writer, int partition) {
        return writer.confirm(
                        membership.metadata(),
                        List.of(
                                new ProducerRecord<>(
                                        ServiceTopics.owners(service),
                                        partition,
                                        Integer.toString(partition),
                                        settings.address().getBytes(StandardCharsets.UTF_8))))
                .orElseThrow();
    }

    /**
     * Proves that this instance still is the owner.
     *
     * @throws KafkaException when it is not
     */
    void confirm(TransactionalWriter writer) {
        Object unused = writer.confirm(membership.metadata(), List.of());
    }

    /** From now on this instance knows what is in the partition's log, since it writes it. */
    void leads(int partition) {
        follower.leads(partition);
    }

    /** From now on the partition is read again, from where its state is. */
    void leadsNoMore(int partition, PartitionState<?, ?, ?, ?> state) {
        follower.leadsNoMore(partition, state.sequence(), state.nextOffsets());
    }

    /** The partition has stopped here: another instance is to have it, if there is one. */
    void giveUp(int partition) {
        membership.giveUp(partition);
    }

    /** The partition is whole again. */
    void takeBack(int partition) {
        membership.takeBack(partition);
    }

    /** The owner's address when it is another instance. */
    Optional<String> otherOwner(int partition) {
        return follower.owner(partition).filter(owner -> !owner.equals(settings.address()));
    }

    /**
     * What must be folded before the first decision.
     *
     * @param own last own sequence after the fence
     * @param learn last sequence of each upstream service after the fence
     * @param keysEnd end offset of the topic of keys after the fence
     */
    record Targets(long own, Map<Service, Long> learn, long keysEnd) {

        boolean reached(PartitionState<?, ?, ?, ?> state, long keysRead) {
            return state.sequence() >= own
                    && keysRead >= keysEnd
                    && learn.entrySet().stream()
                            .allMatch(entry -> state.learned(entry.getKey()) >= entry.getValue());
        }
    }
}

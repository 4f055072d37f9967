package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.orangeline.events.Service;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.PartitionTail;
import org.orangeline.runtime.log.TailFetch;
import org.orangeline.runtime.log.WrittenOrder;

/**
 * The log of another service as it comes in over a channel: merged per partition by its sequence,
 * like the own replay, so that a correction never comes before what it corrects. It tells the
 * channel's consumer what to fetch.
 */
public final class UpstreamLog {

    private final Service upstream;
    private final OwnLogFollower.Delivery delivery;
    private final TailFetch fetch = new TailFetch();
    private final Map<Integer, PartitionTail> tails = new HashMap<>();
    private final Set<Integer> stopped = new HashSet<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private final Map<Integer, Integer> rereads = new HashMap<>();
    private final Map<TopicPartition, Long> begins = new HashMap<>();
    private final Set<TopicPartition> leftOver = new HashSet<>();
    private final Map<Integer, Gap> gaps = new ConcurrentHashMap<>();
    private final Map<Integer, Long> announced = new HashMap<>();
    private boolean busy;
    private volatile long heardAt;
    private volatile boolean heard;
    private volatile Runnable bell = () -> {};

    UpstreamLog(Service upstream, int partitions, OwnLogFollower.Delivery delivery) {
        this.upstream = upstream;
        this.delivery = delivery;
        List<String> events = ServiceTopics.events(upstream);
        for (int partition = 0; partition < partitions; partition++) {
            var tail = new PartitionTail(upstream.id() + " partition " + partition, events);
            tails.put(partition, tail);
            fetch.add(partition, tail);
        }
    }

    /**
     * Takes a batch from the channel; waits while a partition is behind.
     *
     * @throws InterruptedException when the instance is being stopped
     */
    public void accept(Iterable<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
        Map<Integer, List<LogRecord>> next = new HashMap<>();
        Map<Integer, RuntimeException> broken = new HashMap<>();
        Map<Integer, Integer> round;
        synchronized (this) {
            busy = true;
            batch.forEach(consumed -> merge(consumed, next, broken));
            tails.forEach(this::noteGap);
            // Of this reading, also when another one begins before it is delivered.
            round = Map.copyOf(rounds);
        }
        try {
            deliver(round, next, broken);
        } finally {
            synchronized (this) {
                busy = false;
            }
        }
    }

    private void deliver(
            Map<Integer, Integer> round,
            Map<Integer, List<LogRecord>> next,
            Map<Integer, RuntimeException> broken)
            throws InterruptedException {
        for (Map.Entry<Integer, RuntimeException> fault : broken.entrySet()) {
            delivery.deliver(
                    fault.getKey(),
                    new Task.Broken(round.getOrDefault(fault.getKey(), 0), fault.getValue()));
        }
        for (Map.Entry<Integer, List<LogRecord>> entry : next.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                delivery.deliver(
                        entry.getKey(),
                        new Task.Learn(
                                upstream, round.getOrDefault(entry.getKey(), 0), entry.getValue()));
            }
        }
    }

    private void merge(
            ConsumerRecord<String, byte[]> consumed,
            Map<Integer, List<LogRecord>> next,
            Map<Integer, RuntimeException> broken) {
        int partition = consumed.partition();
        if (stopped.contains(partition)) {
            return;
        }
        try {
            PartitionTail tail = tails.get(partition);
            if (tail == null) {
                throw new IllegalStateException(
                        upstream.id() + " has a partition " + partition + " that was not pinned");
            }
            if (isLeftOver(consumed)) {
                return;
            }
            tail.take(
                    LogRecord.of(consumed).decodeAhead(),
                    next.computeIfAbsent(partition, unused -> new ArrayList<>()));
        } catch (RuntimeException e) {
            stopped.add(partition);
            PartitionTail tail = tails.get(partition);
            if (tail != null) {
                fetch.read(tail, false);
            }
            broken.put(partition, e);
        }
    }

    /**
     * The partition is read again from its beginning, as soon as the channel's consumer is paced.
     *
     * @param round counts these readings
     */
    void reread(int partition, int round) {
        synchronized (this) {
            rereads.put(partition, round);
        }
        awaken();
    }

    private void rewind(Consumer<?, ?> consumer) {
        rereads.forEach((partition, round) -> {
            PartitionTail tail = tails.get(partition);
            if (tail == null) {
                return;
            }
            rounds.put(partition, round);
            stopped.remove(partition);
            tail.restart(0);
            for (String topic : tail.topics()) {
                var place = new TopicPartition(topic, partition);
                consumer.seek(place, 0);
                if (begins.containsKey(place)) {
                    leftOver.add(place);
                }
            }
            fetch.read(tail, true);
        });
        rereads.clear();
    }

    // The channel still holds records that it fetched before it was rewound: they come before the
    // first one comes again.
    private boolean isLeftOver(ConsumerRecord<String, byte[]> consumed) {
        var place = new TopicPartition(consumed.topic(), consumed.partition());
        long begin = begins.computeIfAbsent(place, unused -> consumed.offset());
        if (consumed.offset() == begin) {
            leftOver.remove(place);
        }
        return leftOver.contains(place);
    }

    private void noteGap(int partition, PartitionTail tail) {
        if (tail.waiting() == 0) {
            gaps.remove(partition);
        } else {
            long missing = tail.last() + 1;
            gaps.compute(
                    partition,
                    (unused, gap) ->
                            gap != null && gap.missing() == missing
                                    ? gap
                                    : new Gap(missing, System.nanoTime()));
        }
    }

    /** The upstream service committed a transaction. */
    void written(int partition, WrittenOrder order) {
        synchronized (this) {
            PartitionTail tail = tails.get(partition);
            if (tail == null || stopped.contains(partition)) {
                return;
            }
            tail.written(order);
        }
        if (!isPaced()) {
            awaken();
        }
    }

    /** Whether the channel's consumer already fetches all that is wanted. */
    public synchronized boolean isPaced() {
        return busy || fetch.isPaced();
    }

    /** Has the channel call {@link #pace} soon. */
    void awaken() {
        bell.run();
    }

    /**
     * @param awaken called when there is something to fetch that is not being fetched: has the
     *     channel call {@link #pace}
     */
    public void onBell(Runnable awaken) {
        bell = awaken;
    }

    /**
     * Lets the channel's consumer fetch what is wanted, and nothing else. On the consumer's thread,
     * after each batch and when the bell rings.
     */
    public synchronized void pace(Consumer<?, ?> consumer) {
        rewind(consumer);
        if (busy) {
            // What the channel fetched and nobody takes yet would pile up in it.
            fetch.hold(consumer);
            return;
        }
        fetch.pace(consumer);
        try {
            fetch.look(consumer);
            fetch.pace(consumer);
        } catch (WakeupException e) {
            fetch.lookSoon();
        }
        hear();
    }

    // Alive, and all is here that was announced when it was paced the time before.
    private void hear() {
        boolean complete = true;
        for (Map.Entry<Integer, PartitionTail> entry : tails.entrySet()) {
            PartitionTail tail = entry.getValue();
            Long before = announced.put(entry.getKey(), tail.told());
            complete &= !tail.isCatchingUp() && before != null && tail.last() >= before;
        }
        if (complete) {
            heardAt = System.nanoTime();
            heard = true;
        }
    }

    /**
     * Whether it once was complete and has not been for too long: its channel is dead, or brings
     * nothing.
     */
    boolean isStale() {
        return heard && System.nanoTime() - heardAt > Limits.UPSTREAM_STALE_AFTER.toNanos();
    }

    /** Sequences that others have waited for too long: whatever delivers them has lost them. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (isStale()) {
            problems.add("nothing is heard of " + upstream.id() + " any more");
        }
        gaps.forEach((partition, gap) -> {
            if (System.nanoTime() - gap.since() > Limits.UPSTREAM_GAP.toNanos()) {
                problems.add(
                        "%s partition %d: sequence %d does not come"
                                .formatted(upstream.id(), partition, gap.missing()));
            }
        });
        return problems;
    }

    /** Where a channel reads from: every topic of the service, every partition, from the start. */
    public static List<TopicPartition> assignment(Service upstream, int partitions) {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : ServiceTopics.events(upstream)) {
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
        }
        return all;
    }

    private record Gap(long missing, long since) {}
}

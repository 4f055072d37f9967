package org.orangeline.runtime.kafka;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequenceMerger;

/**
 * The log of another service as it comes in over a channel: merged per partition by its sequence,
 * like the own replay, so that a correction never comes before what it corrects. For one caller at
 * a time.
 */
public final class UpstreamLog {

    private final Service upstream;
    private final OwnLogFollower.Delivery delivery;
    private final Map<Integer, SequenceMerger> mergers = new HashMap<>();
    private final Set<Integer> stopped = new HashSet<>();
    private final Map<Integer, Gap> gaps = new ConcurrentHashMap<>();

    UpstreamLog(Service upstream, int partitions, OwnLogFollower.Delivery delivery) {
        this.upstream = upstream;
        this.delivery = delivery;
        for (int partition = 0; partition < partitions; partition++) {
            mergers.put(
                    partition,
                    new SequenceMerger(
                            upstream.id() + " partition " + partition,
                            ServiceTopics.events(upstream),
                            Limits.MERGE_BUFFER));
        }
    }

    /**
     * Takes a batch from the channel; waits while a partition is behind.
     *
     * @throws InterruptedException when the instance is being stopped
     */
    public void accept(Iterable<ConsumerRecord<String, byte[]>> batch) throws InterruptedException {
        Map<Integer, List<LogRecord>> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> consumed : batch) {
            int partition = consumed.partition();
            if (stopped.contains(partition)) {
                continue;
            }
            try {
                SequenceMerger merger = mergers.get(partition);
                if (merger == null) {
                    throw new IllegalStateException(
                            upstream.id()
                                    + " has a partition "
                                    + partition
                                    + " that was not pinned");
                }
                next.computeIfAbsent(partition, unused -> new ArrayList<>())
                        .addAll(merger.offer(LogRecord.of(consumed)));
            } catch (RuntimeException e) {
                stopped.add(partition);
                delivery.deliver(partition, new Task.Fault(e));
            }
        }
        mergers.forEach(this::noteGap);
        for (Map.Entry<Integer, List<LogRecord>> entry : next.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                delivery.deliver(entry.getKey(), new Task.Learn(upstream, entry.getValue()));
            }
        }
    }

    private void noteGap(int partition, SequenceMerger merger) {
        if (merger.waiting() == 0) {
            gaps.remove(partition);
        } else {
            long missing = merger.last() + 1;
            gaps.compute(
                    partition,
                    (unused, gap) ->
                            gap != null && gap.missing() == missing
                                    ? gap
                                    : new Gap(missing, System.nanoTime()));
        }
    }

    /** Sequences that others have waited for too long: whatever delivers them has lost them. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        gaps.forEach((partition, gap) -> {
            if (System.nanoTime() - gap.since() > Limits.UPSTREAM_GAP.toNanos()) {
                problems.add(
                        "%s partition %d: sequence %d does not come"
                                .formatted(upstream.id(), partition, gap.missing()));
            }
        });
        return problems;
    }

    /** Topic partitions that wait for others of the service: the channel is to pause them. */
    public Set<TopicPartition> ahead() {
        Set<TopicPartition> ahead = new HashSet<>();
        mergers.forEach((partition, merger) ->
                merger.ahead().forEach(topic -> ahead.add(new TopicPartition(topic, partition))));
        return ahead;
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

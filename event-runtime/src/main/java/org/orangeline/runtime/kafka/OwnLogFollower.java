package org.orangeline.runtime.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.orangeline.events.Service;
import org.orangeline.runtime.Limits;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogFault;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.SequenceMerger;

/**
 * Reads this service's own topics of all partitions from the beginning and goes on reading, owner
 * or not: that is the replay, and what keeps a standby warm. Besides events it reads the keys of
 * persons and the owners' addresses.
 */
final class OwnLogFollower implements Runnable, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ASK = Duration.ofSeconds(3);

    private final KafkaConsumer<String, byte[]> consumer;
    private final Service service;
    private final KeyRing ring;
    private final Delivery delivery;
    private final List<TopicPartition> all = new ArrayList<>();
    private final Map<Integer, SequenceMerger> mergers = new HashMap<>();
    private final Map<Integer, Long> keysPositions = new ConcurrentHashMap<>();
    private final Map<Integer, Long> delivered = new ConcurrentHashMap<>();
    private final Map<Integer, String> owners = new ConcurrentHashMap<>();
    private final Set<Integer> stopped = new HashSet<>();
    private Set<TopicPartition> paused = Set.of();
    private final EndWatch ends = new EndWatch();
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean running = true;

    OwnLogFollower(
            LogClients clients, int partitions, Service service, KeyRing ring, Delivery delivery) {
        this.service = service;
        this.ring = ring;
        this.delivery = delivery;
        this.consumer =
                clients.reader(
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                2_000,
                                // A record range that is gone is a fault, never a silent jump.
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none"));
        List<String> events = ServiceTopics.events(service);
        for (int partition = 0; partition < partitions; partition++) {
            for (String topic : events) {
                all.add(new TopicPartition(topic, partition));
            }
            all.add(new TopicPartition(ServiceTopics.keys(service), partition));
            all.add(new TopicPartition(ServiceTopics.owners(service), partition));
            mergers.put(
                    partition,
                    new SequenceMerger(
                            service.id() + " partition " + partition, events, Limits.MERGE_BUFFER));
        }
    }

    @Override
    public void run() {
        if (started.getAndSet(true)) {
            return; // closed before it began
        }
        consumer.assign(all);
        all.forEach(partition -> consumer.seek(partition, 0));
        // Compacted topics may begin later than 0.
        consumer.seekToBeginning(all.stream().filter(tp -> isCompacted(tp.topic())).toList());
        while (running) {
            try {
                read();
            } catch (WakeupException | InterruptException | InterruptedException e) {
                break;
            } catch (InvalidOffsetException e) {
                e.partitions()
                        .forEach(tp ->
                                stop(
                                        tp.partition(),
                                        new LogFault("records of " + tp + " are gone", e)));
                consumer.pause(e.partitions());
            } catch (KafkaException e) {
                PartitionWorker.LOG.warnf("the own log cannot be read now: %s", e.toString());
            } catch (Throwable e) {
                // A view that is no longer fed must not look like one that is.
                PartitionWorker.LOG.error("following the own log failed", e);
                mergers.keySet().forEach(partition -> stop(partition, e));
                break;
            }
        }
        consumer.close();
    }

    private void read() throws InterruptedException {
        Map<Integer, List<LogRecord>> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
            if (isCompacted(record.topic())) {
                readCompacted(record);
            } else if (!stopped.contains(record.partition())) {
                merge(record, next);
            }
        }
        for (Map.Entry<Integer, List<LogRecord>> entry : next.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                delivered.put(entry.getKey(), entry.getValue().getLast().sequence());
            }
            delivery.deliver(entry.getKey(), new Task.Apply(entry.getValue()));
        }
        for (int partition : mergers.keySet()) {
            var keys = new TopicPartition(ServiceTopics.keys(service), partition);
            keysPositions.put(partition, consumer.position(keys, ASK));
        }
        pauseWhatIsAhead();
        hear();
    }

    private void merge(ConsumerRecord<String, byte[]> record, Map<Integer, List<LogRecord>> next) {
        try {
            SequenceMerger merger = mergers.get(record.partition());
            if (merger == null) {
                throw new IllegalStateException("partition " + record.partition());
            }
            next.computeIfAbsent(record.partition(), unused -> new ArrayList<>())
                    .addAll(merger.offer(LogRecord.of(record)));
        } catch (RuntimeException e) {
            stop(record.partition(), e);
        }
    }

    private void readCompacted(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(ServiceTopics.keys(service))) {
            ring.put(record.partition(), record.key(), record.value());
        } else if (record.value() != null) {
            owners.put(record.partition(), new String(record.value(), StandardCharsets.UTF_8));
        }
    }

    private void pauseWhatIsAhead() {
        Set<TopicPartition> ahead = new HashSet<>();
        mergers.forEach((partition, merger) -> {
            if (!stopped.contains(partition)) {
                merger.ahead().forEach(topic -> ahead.add(new TopicPartition(topic, partition)));
            }
        });
        if (!ahead.equals(paused)) {
            consumer.resume(paused);
            consumer.pause(ahead);
            paused = ahead;
        }
    }

    /** Now and then asks where the log ends; a view that came so far counts as fresh. */
    private void hear() {
        if (ends.isDue()) {
            long asked = System.nanoTime();
            ends.asked(
                    asked,
                    consumer.endOffsets(
                            all.stream().filter(tp -> !stopped.contains(tp.partition())).toList(),
                            ASK));
        }
        for (int partition : ends.look(this::position, paused, mergers)) {
            SequenceMerger merger = mergers.get(partition);
            if (merger != null && !stopped.contains(partition)) {
                stop(
                        partition,
                        new LogFault(
                                "%s partition %d: sequence %d is missing"
                                        .formatted(service.id(), partition, merger.last() + 1)));
            }
        }
    }

    // A stopped partition has its own word for it; it must not make the others look stale.
    private long position(TopicPartition tp) {
        return stopped.contains(tp.partition()) ? Long.MAX_VALUE : consumer.position(tp, ASK);
    }

    private void stop(int partition, Throwable cause) {
        stopped.add(partition);
        try {
            delivery.deliver(partition, new Task.Fault(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isCompacted(String topic) {
        return topic.equals(ServiceTopics.keys(service))
                || topic.equals(ServiceTopics.owners(service));
    }

    /** How long ago the view was known to be at the end of the log. */
    Duration sinceHeard() {
        return ends.sinceHeard();
    }

    /**
     * The last sequence that was handed to a partition's thread, which may not have folded it yet.
     */
    long delivered(int partition) {
        return delivered.getOrDefault(partition, 0L);
    }

    long keysPosition(int partition) {
        return keysPositions.getOrDefault(partition, 0L);
    }

    Optional<String> owner(int partition) {
        return Optional.ofNullable(owners.get(partition));
    }

    @Override
    public void close() {
        running = false;
        if (started.getAndSet(true)) {
            consumer.wakeup();
        } else {
            consumer.close();
        }
    }

    /** Hands a task to a partition's thread; waits when that one is behind. */
    @FunctionalInterface
    interface Delivery {
        void deliver(int partition, Task task) throws InterruptedException;
    }
}

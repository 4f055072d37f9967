package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
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
import org.orangeline.runtime.Pause;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogEnds;
import org.orangeline.runtime.log.LogFault;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.PartitionTail;
import org.orangeline.runtime.log.TailFetch;
import org.orangeline.runtime.log.WrittenOrder;

/**
 * Reads this service's own topics of all partitions from the beginning and goes on reading: that is
 * the replay, and what keeps a standby warm. It waits at the {@link Bell} and fetches what that
 * announces. What this instance leads it does not read: it knows what it writes.
 */
final class OwnLogFollower implements Runnable, AutoCloseable {

    private static final Duration FETCH = Duration.ofMillis(50);
    private static final Duration LISTEN = Duration.ofMillis(500);

    /** After a notice, so that many transactions are one wake-up. */
    private static final long REST_MILLIS = 20;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Service service;
    private final LogEnds logEnds;
    private final Delivery delivery;
    private final Bell.Notice upstream;
    private final Runnable awaken;
    private long awakenedAt = System.nanoTime();
    private final KeysAndOwners known;
    private final Bell bell;
    private final TailFetch fetch = new TailFetch();
    private final Map<Integer, PartitionTail> tails = new HashMap<>();
    private final Map<Integer, Long> told = new ConcurrentHashMap<>();
    private final Set<Integer> led = new HashSet<>();
    private final Set<Integer> healing = new HashSet<>();
    private final Map<Integer, Integer> rounds = new HashMap<>();
    private final Set<Integer> stopped = ConcurrentHashMap.newKeySet();
    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Freshness freshness = new Freshness();
    private final Pause pause = new Pause(Duration.ofMillis(50), Duration.ofSeconds(5));
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean running = true;

    /**
     * @param upstream told of what the other services wrote
     * @param awaken has the channels look at the ends of their logs, each {@link Limits#LOOK_EVERY}
     */
    OwnLogFollower(
            LogClients clients,
            LogEnds logEnds,
            int partitions,
            Service service,
            Set<Service> others,
            KeyRing ring,
            Delivery delivery,
            Bell.Notice upstream,
            Runnable awaken) {
        this.service = service;
        this.logEnds = logEnds;
        this.delivery = delivery;
        this.upstream = upstream;
        this.awaken = awaken;
        this.consumer =
                clients.reader(
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                2_000,
                                // What is wanted was announced: nobody waits for it at the broker.
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                LogClients.FETCH_WAIT_MILLIS,
                                // A record range that is gone is a fault, never a silent jump.
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "none"));
        this.known = new KeysAndOwners(service, partitions, ring);
        Set<Service> heard = new HashSet<>(others);
        heard.add(service);
        this.bell = new Bell(clients, partitions, heard, known.topics(), this::written, known);
        List<String> events = ServiceTopics.events(service);
        for (int partition = 0; partition < partitions; partition++) {
            var tail = new PartitionTail(service.id() + " partition " + partition, events);
            tails.put(partition, tail);
            told.put(partition, 0L);
            fetch.add(partition, tail);
        }
    }

    @Override
    public void run() {
        if (started.getAndSet(true)) {
            return; // closed before it began
        }
        boolean begun = false;
        while (running) {
            try {
                if (!begun) {
                    begin();
                    begun = true;
                }
                turn();
                pause.reset();
            } catch (WakeupException e) {
                // There is an order, or it is to end.
            } catch (InterruptException | InterruptedException e) {
                break;
            } catch (InvalidOffsetException e) {
                e.partitions()
                        .forEach(tp ->
                                stop(
                                        tp.partition(),
                                        new LogFault("records of " + tp + " are gone", e)));
            } catch (KafkaException e) {
                PartitionWorker.LOG.warnf("the own log cannot be read now: %s", e.toString());
                pause.rest();
            } catch (Throwable e) {
                // A view that is no longer fed must not look like one that is.
                PartitionWorker.LOG.error("following the own log failed", e);
                tails.keySet().forEach(partition -> stop(partition, e));
                pause.rest();
            }
        }
        consumer.close();
        bell.close();
    }

    private void begin() {
        bell.start();
        List<TopicPartition> all = fetch.assignment();
        consumer.assign(all);
        all.forEach(partition -> consumer.seek(partition, 0));
    }

    private void turn() throws InterruptedException {
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
            order.run();
            fetch.pace(consumer);
        }
        boolean reading = fetch.isReading();
        if (reading) {
            read();
        }
        boolean heard = bell.listen(reading ? Duration.ZERO : LISTEN);
        known.note(bell);
        if (System.nanoTime() - awakenedAt > Limits.LOOK_EVERY.toNanos()) {
            awakenedAt = System.nanoTime();
            awaken.run();
        }
        fetch.look(consumer);
        fetch.pace(consumer);
        notice();
        if (heard && !reading) {
            Thread.sleep(REST_MILLIS);
        }
    }

    private void read() throws InterruptedException {
        Map<Integer, List<LogRecord>> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : consumer.poll(FETCH)) {
            if (!stopped.contains(record.partition())) {
                merge(record, next);
            }
        }
        for (Map.Entry<Integer, List<LogRecord>> entry : next.entrySet()) {
            if (!entry.getValue().isEmpty()) {
                told.merge(entry.getKey(), entry.getValue().getLast().sequence(), Math::max);
                delivery.deliver(
                        entry.getKey(), new Task.Apply(round(entry.getKey()), entry.getValue()));
            }
        }
    }

    private void merge(
            ConsumerRecord<String, byte[]> consumed, Map<Integer, List<LogRecord>> next) {
        try {
            LogRecord record = LogRecord.of(consumed);
            record.readAhead();
            tail(record.partition())
                    .take(
                            record,
                            next.computeIfAbsent(record.partition(), unused -> new ArrayList<>()));
        } catch (RuntimeException e) {
            stop(consumed.partition(), e);
        }
    }

    private void written(Service by, int partition, WrittenOrder order)
            throws InterruptedException {
        if (by != service) {
            upstream.written(by, partition, order);
        } else if (!stopped.contains(partition)) {
            told.merge(partition, order.through(), Math::max);
            if (!led.contains(partition)) {
                tail(partition).written(order);
            }
        }
    }

    /** Now and then asks where the orders end; a view that came so far counts as fresh. */
    private void notice() {
        if (freshness.isDue()) {
            long asked = System.nanoTime();
            freshness.asked(asked, bell.ends(service));
        }
        if (freshness.hasEnds() && bell.hasReached(freshness.ends())) {
            freshness.announced(told);
        }
        freshness.look(this::hasFolded);
        tails.forEach((partition, tail) -> {
            if (tail.stuck() >= Limits.LOOKS_BEFORE_A_HOLE
                    && !tail.isCatchingUp()
                    && !stopped.contains(partition)
                    && logEnds.isSettled(tail.topics(), partition)) {
                stop(
                        partition,
                        new LogFault(
                                "%s partition %d: sequence %d is missing"
                                        .formatted(service.id(), partition, tail.last() + 1)));
            }
        });
    }

    // A stopped partition, or one that is loaded again, has its own word for it; it must not make
    // the others look stale.
    private boolean hasFolded(int partition, long sequence) {
        boolean read = led.contains(partition) || !tail(partition).isCatchingUp();
        boolean there = read && delivery.folded(partition) >= sequence;
        if (there) {
            healing.remove(partition);
        }
        return there || stopped.contains(partition) || healing.contains(partition);
    }

    private void stop(int partition, Throwable cause) {
        stopped.add(partition);
        fetch.read(tail(partition), false);
        try {
            delivery.deliver(partition, new Task.Broken(round(partition), cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The partition is read again from its beginning.
     *
     * @param round counts these readings
     */
    void reread(int partition, int round) {
        order(() -> {
            rounds.put(partition, round);
            stopped.remove(partition);
            healing.add(partition);
            led.remove(partition);
            PartitionTail tail = tail(partition);
            tail.restart(0);
            for (String topic : tail.topics()) {
                consumer.seek(new TopicPartition(topic, partition), 0);
            }
            fetch.read(tail, true);
        });
    }

    private int round(int partition) {
        return rounds.getOrDefault(partition, 0);
    }

    /** This instance writes the partition from now on: it need not read what it wrote. */
    void leads(int partition) {
        order(() -> {
            led.add(partition);
            fetch.read(tail(partition), false);
        });
    }

    /**
     * Others may write the partition again.
     *
     * @param sequence the last event that is folded
     * @param nextOffsets where to go on, by topic; one that is not named had no event so far
     */
    void leadsNoMore(int partition, long sequence, Map<String, Long> nextOffsets) {
        order(() -> {
            if (!led.remove(partition)) {
                return;
            }
            PartitionTail tail = tail(partition);
            tail.restart(sequence);
            for (String topic : tail.topics()) {
                consumer.seek(
                        new TopicPartition(topic, partition), nextOffsets.getOrDefault(topic, 0L));
            }
            fetch.read(tail, !stopped.contains(partition));
        });
    }

    private void order(Runnable order) {
        orders.add(order);
        bell.wakeup();
    }

    private PartitionTail tail(int partition) {
        PartitionTail tail = tails.get(partition);
        if (tail == null) {
            throw new IllegalStateException("partition " + partition);
        }
        return tail;
    }

    /** How long ago the view was known to be at the end of the log. */
    Duration sinceHeard() {
        return freshness.since();
    }

    /** The last sequence that is known to be written; the view may not have folded it yet. */
    long told(int partition) {
        return told.getOrDefault(partition, 0L);
    }

    long keysPosition(int partition) {
        return known.keysPosition(partition);
    }

    Optional<String> owner(int partition) {
        return known.owner(partition);
    }

    @Override
    public void close() {
        running = false;
        if (started.getAndSet(true)) {
            bell.wakeup();
        } else {
            consumer.close();
            bell.close();
        }
    }

    /** A partition's thread. */
    interface Delivery {

        /** Hands it a task; waits when it is behind. */
        void deliver(int partition, Task task) throws InterruptedException;

        /** The last own event that it has folded. */
        long folded(int partition);
    }
}

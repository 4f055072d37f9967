package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;

/**
 * This instance's place in its service's consumer group, which shares out the partitions. The
 * group's consumer fetches nothing; it only keeps the membership alive and hears who owns what.
 */
final class Membership implements Runnable, AutoCloseable {

    /** Heartbeats have a thread of their own, so nobody waits for a poll but who asks again. */
    private static final Duration POLL = Duration.ofMillis(500);

    private static final Duration POLL_SOON = Duration.ofMillis(100);
    private static final long RELEASE_SECONDS = 5;
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private static final Duration ASK = Duration.ofSeconds(3);
    private static final Duration ATTEND_EVERY = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private final String topic;
    private final IntConsumer onAssigned;
    private final IntFunction<CompletableFuture<Void>> onRevoked;
    private final LogClients clients;
    private final String group;
    private final Queue<Question> questions = new ConcurrentLinkedQueue<>();
    private final Set<Integer> given = ConcurrentHashMap.newKeySet();
    private long attendedAt = System.nanoTime();
    private boolean away;
    private volatile ConsumerGroupMetadata metadata;
    private final AtomicBoolean started = new AtomicBoolean();
    private volatile boolean running = true;
    private volatile boolean vanished;

    Membership(
            LogClients clients,
            RuntimeSettings settings,
            Service service,
            IntConsumer onAssigned,
            IntFunction<CompletableFuture<Void>> onRevoked) {
        this.clients = clients;
        this.group = service.id();
        Map<String, Object> config = new HashMap<>();
        int session = (int) settings.sessionTimeout().toMillis();
        config.put(ConsumerConfig.GROUP_ID_CONFIG, service.id());
        config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, session);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, session / 4);
        config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, Math.max(session, 30_000));
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Two threads of the client wake up this often, also when there is nothing to do. At the
        // first start the broker still makes the topic of groups; each question is a try more.
        config.put(ConsumerConfig.RETRY_BACKOFF_MS_CONFIG, 250);
        config.put(
                ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                CooperativeStickyAssignor.class.getName());
        this.consumer = clients.reader(config);
        this.topic = ServiceTopics.owners(service);
        this.onAssigned = onAssigned;
        this.onRevoked = onRevoked;
        this.metadata = consumer.groupMetadata();
    }

    @Override
    public void run() {
        if (started.getAndSet(true)) {
            return; // closed before it began
        }
        join();
        while (running) {
            try {
                confirm();
                if (away) {
                    pause();
                } else {
                    consumer.poll(POLL);
                    metadata = consumer.groupMetadata();
                }
                attend();
            } catch (WakeupException e) {
                // There is something to confirm, or it is to end.
            } catch (InterruptException e) {
                break;
            } catch (RuntimeException e) {
                PartitionWorker.LOG.warnf("the consumer group does not answer: %s", e.toString());
                pause();
            }
        }
        questions.forEach(asked -> asked.answer.complete(false));
        CloseOptions how = CloseOptions.timeout(CLOSE);
        consumer.close(
                vanished
                        ? how.withGroupMembershipOperation(
                                CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP)
                        : how);
    }

    private void join() {
        consumer.subscribe(List.of(topic), new Listener());
        away = false;
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_SOON);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    ConsumerGroupMetadata metadata() {
        return metadata;
    }

    /**
     * Asks the group's coordinator whether this instance still has a partition. Whoever fences
     * without that could fence the one who has it now.
     */
    CompletableFuture<Boolean> isMember(int partition) {
        var answer = new CompletableFuture<Boolean>();
        questions.add(new Question(partition, answer));
        if (!running) {
            answer.complete(false);
        }
        consumer.wakeup();
        return answer;
    }

    // The commit's offset means nothing; that the coordinator takes it says that the member is one.
    private void confirm() {
        for (Question asked = questions.poll(); asked != null; asked = questions.poll()) {
            var place = new TopicPartition(topic, asked.partition);
            boolean member = false;
            try {
                if (consumer.assignment().contains(place)) {
                    consumer.commitSync(Map.of(place, new OffsetAndMetadata(0)), ASK);
                    member = true;
                }
            } catch (WakeupException e) {
                questions.add(asked);
                continue;
            } catch (KafkaException e) {
                PartitionWorker.LOG.warnf(
                        "partition %d: the group does not count on this instance: %s",
                        asked.partition, e.toString());
            }
            asked.answer.complete(member);
        }
    }

    /** A partition has stopped here: leaves the group when it has another member. */
    void giveUp(int partition) {
        given.add(partition);
    }

    /** A partition that was given up is whole again. */
    void takeBack(int partition) {
        given.remove(partition);
    }

    /** Leaves for what has stopped here, and comes back when it is whole, or nobody is left. */
    private void attend() {
        if (given.isEmpty() && !away) {
            return;
        }
        if (System.nanoTime() - attendedAt < ATTEND_EVERY.toNanos()) {
            return;
        }
        attendedAt = System.nanoTime();
        if (away && (given.isEmpty() || others() == 0)) {
            PartitionWorker.LOG.info("this instance comes back to its group");
            join();
        } else if (!away && !given.isEmpty() && others() > 0) {
            PartitionWorker.LOG.warnf(
                    "this instance leaves its group: partition %s has stopped here", given);
            consumer.unsubscribe();
            away = true;
        }
    }

    private int others() {
        try (Admin admin = clients.admin()) {
            int members =
                    admin
                            .describeConsumerGroups(List.of(group))
                            .all()
                            .get(ASK.toMillis(), TimeUnit.MILLISECONDS)
                            .values()
                            .stream()
                            .mapToInt(described -> described.members().size())
                            .sum();
            return away ? members : members - 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the group cannot be described", e);
        }
    }

    /**
     * For failure drills: this instance falls silent, as one that lost its network does. It is told
     * nothing more, and the group misses it when the session times out.
     */
    void vanish() {
        vanished = true;
        close();
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

    private record Question(int partition, CompletableFuture<Boolean> answer) {}

    private final class Listener implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            consumer.pause(consumer.assignment());
            metadata = consumer.groupMetadata();
            for (TopicPartition partition : partitions) {
                PartitionWorker.LOG.infof("partition %d: assigned", partition.partition());
                onAssigned.accept(partition.partition());
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            if (vanished) {
                return;
            }
            List<CompletableFuture<Void>> ends = new ArrayList<>();
            for (TopicPartition partition : partitions) {
                PartitionWorker.LOG.infof("partition %d: given up", partition.partition());
                ends.add(onRevoked.apply(partition.partition()));
            }
            await(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)));
        }

        // The next owner's fence is what protects the log; waiting only makes it polite.
        private void await(CompletableFuture<Void> ends) {
            try {
                ends.get(RELEASE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException | TimeoutException e) {
                PartitionWorker.LOG.warn("a partition was still busy when it was given up");
            }
        }
    }
}

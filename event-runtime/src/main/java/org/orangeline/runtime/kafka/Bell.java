package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.WrittenOrder;

/**
 * The few topics that somebody listens to all the time: the orders of services, which announce what
 * there is to fetch, and small topics of the listener's own. For one thread, but for {@link
 * #wakeup}.
 */
public final class Bell implements AutoCloseable {

    private static final Duration ASK = Duration.ofSeconds(3);

    /**
     * At the broker. A broker answers the requests of one connection in turn, so the question for
     * {@link #ends} waits as long: well below {@link #ASK}.
     */
    private static final Duration WAIT = Duration.ofSeconds(1);

    /** Records from the end of an order at the start: what is older is in the ends of the log. */
    private static final long FROM_THE_END = 50;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Service> orders = new HashMap<>();
    private final List<TopicPartition> all = new ArrayList<>();
    private final Notice notice;
    private final Also also;

    /**
     * @param services whose orders to listen to
     * @param topics to listen to besides, from their beginning
     */
    public Bell(
            LogClients clients,
            int partitions,
            Collection<Service> services,
            List<String> topics,
            Notice notice,
            Also also) {
        this.notice = notice;
        this.also = also;
        this.consumer =
                clients.reader(
                        Map.of(
                                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                                2_000,
                                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                                (int) WAIT.toMillis(),
                                // Orders are kept for a while only.
                                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                                "earliest"));
        services.forEach(service -> orders.put(ServiceTopics.order(service), service));
        for (int partition = 0; partition < partitions; partition++) {
            for (String topic : orders.keySet()) {
                all.add(new TopicPartition(topic, partition));
            }
            for (String topic : topics) {
                all.add(new TopicPartition(topic, partition));
            }
        }
    }

    /**
     * Begins to listen. Only what is written from now on is sure to be announced.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer
     */
    public void start() {
        consumer.assign(all);
        consumer.seekToBeginning(all);
        Set<String> there = consumer.listTopics(ASK).keySet();
        List<TopicPartition> existing =
                all.stream()
                        .filter(tp -> orders.containsKey(tp.topic()) && there.contains(tp.topic()))
                        .toList();
        Map<TopicPartition, Long> begins = consumer.beginningOffsets(existing, ASK);
        consumer.endOffsets(existing, ASK)
                .forEach((tp, end) ->
                        consumer.seek(
                                tp, Math.max(begins.getOrDefault(tp, 0L), end - FROM_THE_END)));
    }

    /**
     * Waits for a notice, or for the given time.
     *
     * @return whether anything was heard
     */
    public boolean listen(Duration most) throws InterruptedException {
        boolean heard = false;
        for (ConsumerRecord<String, byte[]> record : consumer.poll(most)) {
            heard = true;
            Service from = orders.get(record.topic());
            if (from == null) {
                also.take(record);
            } else {
                ring(from, record);
            }
        }
        return heard;
    }

    private void ring(Service from, ConsumerRecord<String, byte[]> record)
            throws InterruptedException {
        WrittenOrder order;
        try {
            order = WrittenOrder.parse(record.value());
        } catch (RuntimeException e) {
            PartitionWorker.LOG.warnf(
                    "%s-%d@%d is no order", record.topic(), record.partition(), record.offset());
            return;
        }
        notice.written(from, record.partition(), order);
    }

    /** Where the orders of a service end now. */
    Map<TopicPartition, Long> ends(Service service) {
        String topic = ServiceTopics.order(service);
        return consumer.endOffsets(
                all.stream().filter(tp -> tp.topic().equals(topic)).toList(), ASK);
    }

    /** Whether it has listened up to these ends. */
    boolean hasReached(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> position(end.getKey()) >= end.getValue());
    }

    /** The offset of the next record that it will hear. */
    long position(TopicPartition place) {
        return consumer.position(place, ASK);
    }

    /** Has {@link #listen} end with an exception; from any thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** Told of each transaction. */
    @FunctionalInterface
    public interface Notice {
        void written(Service service, int partition, WrittenOrder order)
                throws InterruptedException;
    }

    /** Given what the other topics hold. */
    @FunctionalInterface
    public interface Also {
        void take(ConsumerRecord<String, byte[]> record);
    }
}

package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * How far a log reaches, in sequences: the highest one that is committed in a service's topics of
 * one partition. Offsets have gaps where transactions end, so the last few records are read
 * backwards in growing steps.
 */
public final class LogEnds {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int FIRST_STEP = 16;

    private final LogClients clients;
    private final Duration timeout;

    public LogEnds(LogClients clients, Duration timeout) {
        this.clients = clients;
        this.timeout = timeout;
    }

    /**
     * @param topics one service's event topics; those that do not exist yet count as empty
     * @return by partition, 0 where nothing is committed
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time
     */
    public Map<Integer, Long> lastSequences(List<String> topics, Set<Integer> partitions) {
        Map<Integer, Long> last = new HashMap<>();
        partitions.forEach(partition -> last.put(partition, 0L));
        try (var reader = clients.reader(Map.of("max.partition.fetch.bytes", 64 * 1024))) {
            List<Span> open = new ArrayList<>(spans(reader, existing(topics, partitions)));
            for (long step = FIRST_STEP; !open.isEmpty(); step *= 8) {
                long back = step;
                Set<TopicPartition> found = read(reader, open, back, last);
                open.removeIf(span -> found.contains(span.tp) || span.from(back) == span.begin);
            }
        }
        return last;
    }

    /**
     * Whether no transaction is open in these topics of one partition. While one is, it cannot be
     * said what the log will hold: what it wrote is hidden, and may still become part of the log.
     *
     * @throws org.apache.kafka.common.KafkaException when the broker does not answer in time
     */
    public boolean isSettled(List<String> topics, int partition) {
        List<TopicPartition> all = existing(topics, Set.of(partition));
        Map<String, Object> hidden =
                Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
        try (var committed = clients.reader(Map.of());
                var everything = clients.reader(hidden)) {
            // The stable end first: what is appended in between only makes it look unsettled.
            Map<TopicPartition, Long> stable = committed.endOffsets(all, timeout);
            return stable.equals(everything.endOffsets(all, timeout));
        }
    }

    /** The committed end of one topic partition, 0 when the topic does not exist. */
    public long endOffset(TopicPartition partition) {
        try (var reader = clients.reader(Map.of())) {
            List<TopicPartition> all =
                    existing(List.of(partition.topic()), Set.of(partition.partition()));
            return spans(reader, all).stream().mapToLong(Span::end).max().orElse(0);
        }
    }

    private Set<TopicPartition> read(
            KafkaConsumer<String, byte[]> reader,
            List<Span> spans,
            long back,
            Map<Integer, Long> last) {
        Set<TopicPartition> found = new HashSet<>();
        Set<Span> behind = new HashSet<>(spans);
        reader.assign(spans.stream().map(Span::tp).toList());
        spans.forEach(span -> reader.seek(span.tp, span.from(back)));
        long deadline = System.nanoTime() + timeout.toNanos();
        while (!behind.isEmpty()) {
            for (ConsumerRecord<String, byte[]> consumed : reader.poll(POLL)) {
                // One that was committed after the ends were taken only moves the target on.
                found.add(new TopicPartition(consumed.topic(), consumed.partition()));
                last.merge(consumed.partition(), LogRecord.of(consumed).sequence(), Math::max);
            }
            behind.removeIf(span -> reader.position(span.tp, timeout) >= span.end);
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("the ends of the log were not reached in " + timeout);
            }
        }
        return found;
    }

    /** What is there of each partition that holds anything. */
    private List<Span> spans(KafkaConsumer<String, byte[]> reader, List<TopicPartition> all) {
        Map<TopicPartition, Long> begins = reader.beginningOffsets(all, timeout);
        List<Span> spans = new ArrayList<>();
        reader.endOffsets(all, timeout)
                .forEach((tp, end) -> {
                    Span span = new Span(tp, begins.getOrDefault(tp, 0L), end);
                    if (span.begin < span.end) {
                        spans.add(span);
                    }
                });
        return spans;
    }

    private List<TopicPartition> existing(List<String> topics, Set<Integer> partitions) {
        try (Admin admin = clients.admin()) {
            Set<String> names = admin.listTopics().names().get();
            return topics.stream()
                    .filter(names::contains)
                    .flatMap(topic -> partitions.stream().map(p -> new TopicPartition(topic, p)))
                    .toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new org.apache.kafka.common.errors.InterruptException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new org.apache.kafka.common.KafkaException(
                    "topics cannot be listed", e.getCause());
        }
    }

    private record Span(TopicPartition tp, long begin, long end) {
        long from(long back) {
            return Math.max(begin, end - back);
        }
    }
}

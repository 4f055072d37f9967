package org.orangeline.launcher.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.runtime.kafka.ServiceTopics;
import org.orangeline.runtime.log.LogClients;
import org.orangeline.runtime.log.LogEnds;
import org.orangeline.runtime.log.LogFault;
import org.orangeline.runtime.log.LogRecord;
import org.orangeline.runtime.log.PartitionTail;
import org.orangeline.runtime.log.TailFetch;

/**
 * Reads every event of some services as a replay does: nothing was cut off, the sequence has no
 * gap, the hash chain holds, every event can be read and lies where it belongs.
 */
final class LogIsSound implements Check {
    private static final Duration ASK = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(200);

    private final List<Service> services;
    private final Terminal terminal;
    private final Heads heads;

    /** Of every service. */
    LogIsSound(Terminal terminal, Heads heads) {
        this(terminal, EnumSet.allOf(Service.class), heads);
    }

    LogIsSound(Terminal terminal, Collection<Service> services, Heads heads) {
        this.heads = heads;
        this.services = List.copyOf(new TreeSet<>(services));
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "sequences, chain and contents";
    }

    @Override
    public void run(Target target, Findings findings) {
        for (Service service : services) {
            List<String> topics = ServiceTopics.events(service);
            try (KafkaConsumer<String, byte[]> reader = target.log().reader(Map.of())) {
                int partitions = partitions(reader, topics, findings);
                for (int partition = 0; partition < partitions; partition++) {
                    walk(reader, target.log(), service, partition, partitions, findings);
                }
            }
        }
        heads.end(findings);
    }

    /** The count that all topics share; a topic that has another one is a fault. */
    private static int partitions(
            KafkaConsumer<String, byte[]> reader, List<String> topics, Findings findings) {
        Map<String, List<PartitionInfo>> known = reader.listTopics(ASK);
        int count = 0;
        for (String topic : topics) {
            int of = known.getOrDefault(topic, List.of()).size();
            count = count == 0 ? of : count;
            if (of == 0) {
                findings.fault(topic, "the topic is not there");
                return 0;
            }
            if (of != count) {
                findings.fault(topic, "has " + of + " partitions instead of " + count);
                return 0;
            }
        }
        return count;
    }

    private void walk(
            KafkaConsumer<String, byte[]> reader,
            LogClients log,
            Service service,
            int partition,
            int partitions,
            Findings findings) {
        List<String> topics = ServiceTopics.events(service);
        String name = service.id() + "-" + partition;
        List<TopicPartition> places =
                topics.stream().map(topic -> new TopicPartition(topic, partition)).toList();
        reader.assign(places);
        reader.beginningOffsets(places, ASK)
                .forEach((place, start) -> {
                    if (start > 0) {
                        findings.fault(place + "@0", "events up to " + start + " are gone");
                    }
                });
        reader.seekToBeginning(places);
        PartitionTail tail = new PartitionTail(name, topics);
        PartitionWalk walk = new PartitionWalk(service, partition, partitions, findings, heads);
        try {
            TailFetch fetch = new TailFetch().add(partition, tail);
            long through = read(reader, places, fetch, tail, walk, name);
            var looks = new Looks(new LogEnds(log, ASK), topics, partition);
            while (tail.waiting() > 0 && tail.last() < through) {
                looks.next(tail);
                long unused = read(reader, places, fetch, tail, walk, name);
            }
        } catch (LogFault e) {
            findings.fault(name, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            findings.fault(name, "after sequence " + tail.last() + ": " + e.getMessage());
        }
    }

    /**
     * Reads to where the topics end now, or until all that is left waits for what is not there.
     *
     * @return the highest sequence that came
     */
    private long read(
            KafkaConsumer<String, byte[]> reader,
            List<TopicPartition> places,
            TailFetch fetch,
            PartitionTail tail,
            PartitionWalk walk,
            String name) {
        Map<TopicPartition, Long> open = new HashMap<>(reader.endOffsets(places, ASK));
        long total = open.values().stream().mapToLong(Long::longValue).sum();
        List<LogRecord> next = new ArrayList<>();
        long highest = 0;
        open.entrySet().removeIf(at -> reader.position(at.getKey(), ASK) >= at.getValue());
        while (!open.isEmpty() && !reader.paused().containsAll(open.keySet())) {
            for (ConsumerRecord<String, byte[]> consumed : reader.poll(POLL)) {
                LogRecord record = LogRecord.of(consumed);
                highest = Math.max(highest, record.sequence());
                tail.take(record, next);
                next.forEach(walk::next);
                next.clear();
            }
            fetch.pace(reader);
            open.entrySet().removeIf(at -> reader.position(at.getKey(), ASK) >= at.getValue());
            long done = places.stream().mapToLong(at -> reader.position(at, ASK)).sum();
            terminal.bar("reading " + name, Math.min(done, total), total);
        }
        return highest;
    }

    /**
     * What is missing at the end may only not be shown yet: a commit shows in one topic before the
     * other, and what a transaction wrote that is still open is hidden.
     */
    private static final class Looks {
        private static final int MOST = 5;
        private static final long PAUSE_MILLIS = 300;

        private final LogEnds ends;
        private final List<String> topics;
        private final int partition;
        private long last = -1;
        private int looks;

        Looks(LogEnds ends, List<String> topics, int partition) {
            this.ends = ends;
            this.topics = topics;
            this.partition = partition;
        }

        /**
         * Before the next look.
         *
         * @throws LogFault when it is missing
         */
        void next(PartitionTail tail) {
            boolean stuck = tail.last() == last && ends.isSettled(topics, partition);
            looks = stuck ? looks + 1 : 0;
            last = tail.last();
            if (looks == MOST) {
                throw new LogFault("sequence " + (last + 1) + " is missing");
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }
}

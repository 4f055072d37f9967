package org.orangeline.runtime.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jboss.logging.Logger;
import org.orangeline.runtime.Limits;

/**
 * Lets a consumer fetch what its {@link PartitionTail}s want and nothing else: what is paused is
 * not part of its fetch session. Now and then it looks at the ends of the log, for what no notice
 * announced. For the consumer's thread.
 */
public final class TailFetch {

    private static final Logger LOG = Logger.getLogger(TailFetch.class);

    // A topic that is not there yet is asked for again at the next look.
    private static final Duration ASK = Duration.ofSeconds(1);

    private final List<Place> places = new ArrayList<>();
    private Set<TopicPartition> paced = Set.of();
    private long lookedAt = System.nanoTime() - Limits.LOOK_EVERY.toNanos();

    /** Adds a partition that the consumer is assigned. */
    public TailFetch add(int partition, PartitionTail tail) {
        places.add(new Place(partition, tail));
        return this;
    }

    /** Where to read from: every topic of every partition. */
    public List<TopicPartition> assignment() {
        return places.stream().flatMap(place -> place.all.stream()).toList();
    }

    /** Whether to read on; what is not read wants nothing and is not looked at. */
    public void read(PartitionTail tail, boolean yes) {
        places.stream().filter(place -> place.tail == tail).forEach(place -> place.read = yes);
    }

    /** Whether the consumer already fetches all that is wanted. */
    public boolean isPaced() {
        return paced.containsAll(wanted());
    }

    private Set<TopicPartition> wanted() {
        Set<TopicPartition> wanted = new HashSet<>();
        for (Place place : places) {
            if (place.read) {
                place.tail.wanted().forEach(topic -> wanted.add(place.at(topic)));
            }
        }
        return wanted;
    }

    /** Pauses and resumes, so that the next poll fetches what is wanted. */
    public void pace(Consumer<?, ?> consumer) {
        for (Place place : places) {
            for (String topic : place.tail.behind()) {
                place.tail.at(topic, consumer.position(place.at(topic), ASK));
            }
        }
        Set<TopicPartition> resume = wanted();
        paced = Set.copyOf(resume);
        Set<TopicPartition> paused = consumer.paused();
        List<TopicPartition> pause = new ArrayList<>();
        for (TopicPartition each : consumer.assignment()) {
            if (resume.contains(each)) {
                if (!paused.contains(each)) {
                    resume.remove(each);
                }
            } else if (!paused.contains(each)) {
                pause.add(each);
            }
        }
        if (!pause.isEmpty()) {
            consumer.pause(pause);
        }
        if (!resume.isEmpty()) {
            consumer.resume(resume);
        }
    }

    /** Pauses everything. */
    public void hold(Consumer<?, ?> consumer) {
        paced = Set.of();
        consumer.pause(consumer.assignment());
    }

    /** The last look was broken off. */
    public void lookSoon() {
        lookedAt = System.nanoTime() - Limits.LOOK_EVERY.toNanos();
    }

    /** Whether anything is to be fetched. */
    public boolean isReading() {
        return places.stream().anyMatch(place -> place.read && !place.tail.wanted().isEmpty());
    }

    /** Compares the consumer with the ends of the log, when it is time to. */
    public void look(Consumer<?, ?> consumer) {
        if (System.nanoTime() - lookedAt < Limits.LOOK_EVERY.toNanos()) {
            return;
        }
        List<Place> due =
                places.stream()
                        .filter(place -> place.read && place.tail.behind().isEmpty())
                        .toList();
        if (due.isEmpty()) {
            return;
        }
        lookedAt = System.nanoTime();
        try {
            look(consumer, due);
        } catch (TimeoutException e) {
            LOG.debugf("the ends of the log are asked for again: %s", e.getMessage());
        }
    }

    private static void look(Consumer<?, ?> consumer, List<Place> due) {
        Collection<TopicPartition> all = due.stream().flatMap(place -> place.all.stream()).toList();
        Map<TopicPartition, Long> ends = consumer.endOffsets(all, ASK);
        for (Place place : due) {
            Map<String, Long> behind = new HashMap<>();
            for (TopicPartition each : place.all) {
                Long end = ends.get(each);
                if (end != null && consumer.position(each, ASK) < end) {
                    behind.put(each.topic(), end);
                }
            }
            place.tail.looked(behind);
        }
    }

    private static final class Place {

        private final PartitionTail tail;
        private final List<TopicPartition> all;
        private final Map<String, TopicPartition> byTopic = new HashMap<>();
        private boolean read = true;

        Place(int partition, PartitionTail tail) {
            this.tail = tail;
            this.all =
                    tail.topics().stream()
                            .map(topic -> new TopicPartition(topic, partition))
                            .toList();
            all.forEach(each -> byTopic.put(each.topic(), each));
        }

        TopicPartition at(String topic) {
            TopicPartition found = byTopic.get(topic);
            if (found == null) {
                throw new IllegalArgumentException(topic + " is none of the topics");
            }
            return found;
        }
    }
}

package org.orangeline.runtime.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orangeline.runtime.Limits;

/**
 * One service's partition as somebody reads it: puts what comes into order, and knows which topics
 * have something to fetch. While it catches up that is all of them; from then on those that a
 * {@link WrittenOrder} named, or that a look at the ends found behind. For one thread at a time.
 *
 * <p>A reader that fetched from every topic all the time would make the broker walk through all of
 * them for each record that anybody writes.
 */
public final class PartitionTail {

    /** Bytes of one topic that a merge holds back before it pauses that topic. */
    static final long MOST_BYTES = 8L << 20;

    private final String name;
    private final List<String> topics;
    private final Map<String, Long> untilSequence = new HashMap<>();
    private final Map<String, Long> untilOffset = new HashMap<>();
    private SequenceMerger merger;
    private boolean catchingUp = true;
    private long told;
    private long lastStuck = -1;
    private int stuck;

    /**
     * @param name whose log, for messages
     * @param topics every topic that the service writes
     */
    public PartitionTail(String name, List<String> topics) {
        this.name = name;
        this.topics = List.copyOf(topics);
        this.merger = merger();
    }

    private SequenceMerger merger() {
        return new SequenceMerger(name, topics, Limits.MERGE_BUFFER, MOST_BYTES);
    }

    /** Begins again behind a sequence, and catches up from there. */
    public void restart(long after) {
        merger = merger().after(after);
        untilSequence.clear();
        untilOffset.clear();
        catchingUp = true;
        stuck = 0;
        lastStuck = -1;
    }

    /**
     * Takes a record, and adds those that are next, in order; often none.
     *
     * @throws LogFault when a sequence is missing or is there twice
     */
    public void take(LogRecord record, List<LogRecord> next) {
        merger.offer(record, next);
        if (!untilSequence.isEmpty()) {
            untilSequence.computeIfPresent(
                    record.topic(), (topic, until) -> record.sequence() >= until ? null : until);
        }
    }

    /** A transaction was committed. */
    public void written(WrittenOrder order) {
        told = Math.max(told, order.through());
        long sequence = order.from() - 1;
        for (WrittenOrder.Run run : order.runs()) {
            sequence += run.count();
            // A later version may write a topic that this one does not know.
            if (sequence > merger.last() && topics.contains(run.topic())) {
                untilSequence.merge(run.topic(), sequence, Math::max);
            }
        }
    }

    /**
     * The reader was compared with the ends of the log.
     *
     * @param behind for each topic that was not read to its end: that end
     */
    public void looked(Map<String, Long> behind) {
        untilOffset.clear();
        untilOffset.putAll(behind);
        settle();
    }

    /** A topic's position in the reader. */
    public void at(String topic, long position) {
        Long until = untilOffset.get(topic);
        if (until != null && position >= until) {
            untilOffset.remove(topic);
            settle();
        }
    }

    // Under load there is always more: it has caught up when it reached the ends of one moment.
    // What was written since is announced.
    private void settle() {
        if (untilOffset.isEmpty()) {
            catchingUp = false;
            stuck = merger.waiting() > 0 && merger.last() == lastStuck ? stuck + 1 : 0;
            lastStuck = merger.last();
        }
    }

    /** The topics to fetch from now; the others are to be paused. */
    public Set<String> wanted() {
        if (!catchingUp && untilSequence.isEmpty() && untilOffset.isEmpty()) {
            return Set.of();
        }
        Set<String> wanted = new HashSet<>();
        if (catchingUp) {
            wanted.addAll(topics);
        } else {
            wanted.addAll(untilSequence.keySet());
            wanted.addAll(untilOffset.keySet());
        }
        wanted.removeAll(merger.ahead());
        return wanted;
    }

    /** Topics that a look found behind and that were not read to that end yet. */
    Set<String> behind() {
        return untilOffset.isEmpty() ? Set.of() : Set.copyOf(untilOffset.keySet());
    }

    /** Looks in a row that found everything read and something still waiting for one before it. */
    public int stuck() {
        return stuck;
    }

    public boolean isCatchingUp() {
        return catchingUp;
    }

    public List<String> topics() {
        return topics;
    }

    /** The last sequence that was handed on. */
    public long last() {
        return merger.last();
    }

    /** The last sequence that is known to be written. */
    public long told() {
        return Math.max(told, merger.last());
    }

    /** Records held back. */
    public int waiting() {
        return merger.waiting();
    }
}

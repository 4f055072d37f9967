package org.orangeline.runtime.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts one service's topics of one partition back into the order in which they were written: 1, 2,
 * 3 ... Records of a topic come in its order; between topics only the sequence tells. What comes
 * too early is held back; {@link #ahead} names the topics to pause, and since the topic that has
 * the next record is never among them, that cannot block.
 */
final class SequenceMerger {

    private final String name;
    private final int mostRecords;
    private final long mostBytes;
    private final Map<String, Topic> topics = new HashMap<>();
    private final Map<Long, LogRecord> held = new HashMap<>();
    private final Set<String> ahead = new HashSet<>();
    private int topicsHeld;
    private long last;

    /**
     * @param name whose log, for messages
     * @param topics every topic that the service writes
     * @param mostRecords records of a topic that may wait before it is paused
     * @param mostBytes bytes of a topic's values that may wait before it is paused
     */
    SequenceMerger(String name, List<String> topics, int mostRecords, long mostBytes) {
        this.name = name;
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
        topics.forEach(topic -> this.topics.put(topic, new Topic()));
    }

    /**
     * For a log that is read from its middle.
     *
     * @param sequence the sequence that all that comes is behind
     */
    SequenceMerger after(long sequence) {
        last = sequence;
        return this;
    }

    /**
     * @param next gets the records that are next, in order; often none
     * @throws LogFault when a sequence is missing or is there twice
     */
    void offer(LogRecord incoming, List<LogRecord> next) {
        Topic topic = topics.get(incoming.topic());
        if (topic == null) {
            throw new LogFault(incoming.place() + " is no topic of " + name);
        }
        if (incoming.offset() <= topic.read) {
            return; // the consumer came back to a position that it had before
        }
        topic.read = incoming.offset();
        if (incoming.sequence() <= last) {
            throw again(incoming);
        }
        if (incoming.sequence() <= topic.sequence) {
            throw new LogFault(name + ": a sequence steps back at " + incoming.place());
        }
        topic.sequence = incoming.sequence();
        if (incoming.sequence() == last + 1) {
            next.add(incoming);
            last++;
            drain(next);
        } else {
            hold(incoming, topic);
        }
    }

    private void hold(LogRecord incoming, Topic topic) {
        if (held.putIfAbsent(incoming.sequence(), incoming) != null) {
            throw again(incoming);
        }
        if (topic.records++ == 0) {
            topicsHeld++;
        }
        topic.bytes += incoming.value().length;
        if (topic.records >= mostRecords || topic.bytes >= mostBytes) {
            ahead.add(incoming.topic());
        }
        if (topicsHeld == topics.size()) {
            throw new LogFault(name + ": sequence " + (last + 1) + " is missing");
        }
    }

    private LogFault again(LogRecord incoming) {
        return new LogFault(
                name + ": sequence " + incoming.sequence() + " again at " + incoming.place());
    }

    private void drain(List<LogRecord> next) {
        while (!held.isEmpty()) {
            LogRecord record = held.remove(last + 1);
            if (record == null) {
                return;
            }
            next.add(record);
            last++;
            release(record);
        }
    }

    private void release(LogRecord record) {
        Topic topic = topics.get(record.topic());
        if (topic == null) {
            throw new IllegalStateException("what is held has a topic");
        }
        if (--topic.records == 0) {
            topicsHeld--;
        }
        topic.bytes -= record.value().length;
        if (topic.records < mostRecords && topic.bytes < mostBytes) {
            ahead.remove(record.topic());
        }
    }

    /** Topics that wait for others and hold more than they should. */
    Set<String> ahead() {
        return ahead.isEmpty() ? Set.of() : Set.copyOf(ahead);
    }

    /** The last sequence that was handed on. */
    long last() {
        return last;
    }

    /** Records held back. */
    int waiting() {
        return held.size();
    }

    private static final class Topic {

        private long read = -1;
        private long sequence;
        private int records;
        private long bytes;
    }
}

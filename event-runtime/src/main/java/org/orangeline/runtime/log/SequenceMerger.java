package org.orangeline.runtime.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts one service's topics of one partition back into the order in which they were written: 1, 2,
 * 3 ... Records of a topic come in its order; between topics only the sequence tells. What comes
 * too early is held back; {@link #ahead} names the topics to pause, and since the topic that has
 * the next record is never among them, that cannot block.
 */
public final class SequenceMerger {

    private final String name;
    private final int bufferLimit;
    private final Map<String, Deque<LogRecord>> held = new LinkedHashMap<>();
    private final Map<String, Long> read = new HashMap<>();
    private long last;

    /**
     * @param name whose log, for messages
     * @param topics every topic that the service writes
     * @param bufferLimit records of a topic that may wait before it is paused
     */
    public SequenceMerger(String name, List<String> topics, int bufferLimit) {
        this.name = name;
        this.bufferLimit = bufferLimit;
        topics.forEach(topic -> held.put(topic, new ArrayDeque<>()));
    }

    /**
     * For a log that is read from its middle.
     *
     * @param sequence the sequence that all that comes is behind
     */
    public SequenceMerger after(long sequence) {
        last = sequence;
        return this;
    }

    /**
     * @return the records that are next, in order; often empty
     * @throws LogFault when a sequence is missing or is there twice
     */
    public List<LogRecord> offer(LogRecord incoming) {
        Deque<LogRecord> topic = held.get(incoming.topic());
        if (topic == null) {
            throw new LogFault(incoming.place() + " is no topic of " + name);
        }
        if (incoming.offset() <= read.getOrDefault(incoming.topic(), -1L)) {
            return List.of(); // the consumer came back to a position that it had before
        }
        read.put(incoming.topic(), incoming.offset());
        if (incoming.sequence() <= last) {
            throw new LogFault(
                    name + ": sequence " + incoming.sequence() + " again at " + incoming.place());
        }
        topic.add(incoming);
        return drain();
    }

    private List<LogRecord> drain() {
        List<LogRecord> next = new ArrayList<>();
        boolean found = true;
        while (found) {
            found = false;
            for (Deque<LogRecord> topic : held.values()) {
                while (!topic.isEmpty() && topic.peekFirst().sequence() == last + 1) {
                    next.add(topic.removeFirst());
                    last++;
                    found = true;
                }
            }
        }
        failOnHole();
        return next;
    }

    private void failOnHole() {
        boolean allAhead =
                held.values().stream()
                        .allMatch(topic ->
                                !topic.isEmpty() && topic.peekFirst().sequence() > last + 1);
        if (allAhead) {
            throw new LogFault(name + ": sequence " + (last + 1) + " is missing");
        }
        for (Deque<LogRecord> topic : held.values()) {
            if (!topic.isEmpty() && topic.peekFirst().sequence() <= last) {
                throw new LogFault(
                        name
                                + ": sequence "
                                + topic.peekFirst().sequence()
                                + " is there twice, at "
                                + topic.peekFirst().place());
            }
        }
    }

    /** Topics that wait for others and hold more than they should. */
    public Set<String> ahead() {
        return held.entrySet().stream()
                .filter(entry -> entry.getValue().size() >= bufferLimit)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The last sequence that was handed on. */
    public long last() {
        return last;
    }

    /** Records held back. */
    public int waiting() {
        return held.values().stream().mapToInt(Deque::size).sum();
    }
}

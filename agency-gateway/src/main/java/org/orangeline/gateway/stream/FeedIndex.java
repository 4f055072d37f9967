package org.orangeline.gateway.stream;

import java.util.Arrays;
import java.util.List;
import org.orangeline.runtime.log.EventIndex;
import org.orangeline.runtime.log.LogFault;

/** Where the events of one partition of a feed lie: positions, never contents. */
final class FeedIndex {

    private static final long NOWHERE = -1;

    private final List<String> topics;
    private final long base;
    private long[] packed = new long[16];
    private int size;

    /**
     * @param topics of the feed
     * @param base the sequence that the first event is behind
     */
    FeedIndex(List<String> topics, long base) {
        this.topics = List.copyOf(topics);
        this.base = base;
        Arrays.fill(packed, NOWHERE);
    }

    long base() {
        return base;
    }

    synchronized long last() {
        return base + size;
    }

    /** In any order; a hole shows in {@link #requireWhole}. */
    synchronized void put(long sequence, String topic, long offset) {
        int index = Math.toIntExact(sequence - base - 1);
        if (index < 0) {
            throw new LogFault(topic + " holds a sequence before the first one");
        }
        if (index >= packed.length) {
            int old = packed.length;
            packed = Arrays.copyOf(packed, Math.max(index + 1, old + (old >> 1)));
            Arrays.fill(packed, old, packed.length, NOWHERE);
        }
        if (packed[index] != NOWHERE) {
            throw new LogFault(topic + " holds a sequence for the second time");
        }
        packed[index] = (long) topics.indexOf(topic) << 48 | offset;
        size = Math.max(size, index + 1);
    }

    synchronized void requireWhole(long sequence) {
        if (last() != sequence) {
            throw new LogFault("a feed ends at another sequence than its position says");
        }
        for (int i = 0; i < size; i++) {
            if (packed[i] == NOWHERE) {
                throw new LogFault("a sequence of a feed is missing");
            }
        }
    }

    synchronized EventIndex.Position at(long sequence) {
        long found = packed[Math.toIntExact(sequence - base - 1)];
        return new EventIndex.Position(topics.get((int) (found >>> 48)), found & 0xffffffffffffL);
    }
}

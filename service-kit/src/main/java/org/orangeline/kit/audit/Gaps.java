package org.orangeline.kit.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is missing in a topic that has a line at every offset: nothing in it is compacted, runs out,
 * or is written in a transaction, so a gap is what somebody took away.
 */
final class Gaps {

    private final Map<Integer, Long> next = new HashMap<>();

    /**
     * A line that was read. A reader that begins again hands lines on a second time.
     *
     * @return from where on lines before it are missing
     */
    synchronized OptionalLong missing(int partition, long offset) {
        long expected = next.getOrDefault(partition, 0L);
        if (offset < expected) {
            return OptionalLong.empty();
        }
        next.put(partition, offset + 1);
        return offset == expected ? OptionalLong.empty() : OptionalLong.of(expected);
    }
}

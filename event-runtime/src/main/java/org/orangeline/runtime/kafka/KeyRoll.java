package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * When a record is due that closes the broker's open segment of a partition of keys. A broker
 * closes a segment only when something is appended after its time, and compacts closed ones only:
 * where nobody arrives any more, a key that an erasure destroyed would stay on the disk.
 *
 * <p>For a day and some hours after an erasure there is one such record an hour: by then a segment
 * is closed whose topic has no other bound than a day's compaction lag. A tenure cannot know when
 * the erasures before it were, and takes them for new. Not thread-safe.
 */
final class KeyRoll {

    private static final Duration DAY = Duration.ofMillis(TopicRules.MOST_COMPACTION_LAG);

    private final Duration every;
    private final LongSupplier nanos;
    private int destroyed;
    private long erasedAt;
    private long rolledAt;

    /**
     * @param every how often, which is how long the topic keeps a segment open
     * @param nanos a clock that nobody turns
     */
    KeyRoll(Duration every, LongSupplier nanos) {
        this.every = every;
        this.nanos = nanos;
    }

    /** Another tenure begins. */
    void forget() {
        destroyed = 0;
    }

    /**
     * Whether one is due; then it is taken for written.
     *
     * @param now how many keys of the partition events have destroyed
     */
    boolean isDue(int now) {
        long time = nanos.getAsLong();
        if (now != destroyed) {
            erasedAt = time;
            rolledAt = destroyed == 0 ? time - every.toNanos() : rolledAt;
            destroyed = now;
        }
        if (destroyed == 0
                || time - rolledAt < every.toNanos()
                || time - erasedAt > DAY.plus(every).plus(every).toNanos()) {
            return false;
        }
        rolledAt = time;
        return true;
    }
}

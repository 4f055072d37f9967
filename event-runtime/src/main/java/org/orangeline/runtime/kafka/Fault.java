package org.orangeline.runtime.kafka;

import java.time.Duration;

/**
 * Why a partition has stopped, and when it is loaded again from the log. A fault of the moment
 * heals that way; one that comes back in the same words is in the log or in the code, and stays
 * until somebody looks. Written by the partition's thread, read by any.
 */
final class Fault {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /** The same words so soon after a reload are the same fault. */
    private static final Duration SAME_WITHIN = Duration.ofMinutes(10);

    private volatile String text = "";
    private volatile boolean stopped;
    private String before = "";
    private Duration pause = FIRST;
    private long reloadAt;
    private boolean lasting;

    /** Only the first one counts: what follows comes of it. */
    void stop(Throwable cause) {
        if (stopped) {
            return;
        }
        String words = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        long now = System.nanoTime();
        lasting = words.equals(before) && now - reloadAt < SAME_WITHIN.toNanos();
        before = words;
        text = words;
        stopped = true;
        reloadAt = now + pause.toNanos();
        pause = pause.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : pause.multipliedBy(2);
    }

    /** Whether nothing is taken in now. */
    boolean isStopped() {
        return stopped;
    }

    /** Whether it is loaded again and has not come as far as before. */
    boolean isHealing() {
        return !stopped && !text.isEmpty();
    }

    /** Whether it is time to load the partition again. */
    boolean isToReload() {
        return stopped && !lasting && System.nanoTime() - reloadAt >= 0;
    }

    /** From now on it is loaded again. */
    void reload() {
        reloadAt = System.nanoTime();
        stopped = false;
    }

    /** It has come as far as before. */
    void healed() {
        text = "";
    }

    /** In words; empty when all is well. */
    String text() {
        return text;
    }
}

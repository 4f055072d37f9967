package org.orangeline.kit.batch;

import java.util.concurrent.TimeUnit;

/**
 * When an item is tried again that names something else than a person which is not here.
 *
 * @param seconds of the last pause
 * @param until by {@link System#nanoTime}
 */
record Patience(int seconds, long until) {

    private static final int LONGEST_SECONDS = 60;

    static Patience first(long now) {
        return new Patience(1, now + TimeUnit.SECONDS.toNanos(1));
    }

    Patience longer(long now) {
        int next = Math.min(2 * seconds, LONGEST_SECONDS);
        return new Patience(next, now + TimeUnit.SECONDS.toNanos(next));
    }
}

package org.orangeline.bench.load;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * When each call of an open loop is due. The times are fixed before anything is sent, so a service
 * that stalls does not make callers ask less (no coordinated omission).
 */
final class Schedule {
    private final long start;
    private final double interval;
    private final long calls;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param rate calls a second
     */
    Schedule(long start, double rate, Duration time) {
        this.start = start;
        this.interval = 1e9 / rate;
        this.calls = Math.round(rate * time.toNanos() / 1e9);
    }

    long start() {
        return start;
    }

    /** The time that the next call is due, once that time has come; -1 after the last. */
    long awaitNext() throws InterruptedException {
        long number = taken.getAndIncrement();
        if (number >= calls) {
            return -1;
        }
        long due = start + Math.round(number * interval);
        long wait = due - System.nanoTime();
        if (wait > 0) {
            TimeUnit.NANOSECONDS.sleep(wait);
        }
        return due;
    }
}

package org.orangeline.runtime.kafka;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.orangeline.runtime.Limits;

/**
 * Whether this machine's clock can be believed. Times in the log never step back, so one event from
 * a clock that was a year ahead would make children of adults and end every duty, for good. An
 * owner compares its clock with the broker's append time, and again whenever it jumps against the
 * time that has really passed.
 */
final class ClockWatch {

    private final Clock clock;
    private Instant agreed = Instant.EPOCH;
    private long agreedAt;
    private volatile String problem = "";

    /**
     * @param clock the machine's, not one that a test or a demonstration has turned
     */
    ClockWatch(Clock clock) {
        this.clock = clock;
    }

    /**
     * Compares it with a record that was just appended.
     *
     * @return whether they agree
     */
    boolean agrees(Instant appended) {
        Instant now = clock.instant();
        Duration off = Duration.between(appended, now).abs();
        boolean yes = off.compareTo(Limits.CLOCK_OFF) <= 0;
        problem =
                yes
                        ? ""
                        : "this machine's clock differs from the broker's by "
                                + off.toSeconds()
                                + " seconds";
        agreed = now;
        agreedAt = System.nanoTime();
        return yes;
    }

    /** The partition is another instance's now. */
    void forget() {
        problem = "";
    }

    /** Whether it has jumped since it agreed. */
    boolean hasJumped() {
        Duration passed = Duration.ofNanos(System.nanoTime() - agreedAt);
        return Duration.between(agreed.plus(passed), clock.instant())
                        .abs()
                        .compareTo(Limits.CLOCK_JUMP)
                > 0;
    }

    /** Why this instance does not lead; empty when it may. */
    String problem() {
        return problem;
    }
}

package org.orangeline.system;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what has to come, however slow the machine is; no test is about time. */
final class Eventually {

    static final Duration LIMIT = Duration.ofMinutes(2);
    private static final long PAUSE_MILLIS = 50;

    private Eventually() {}

    static void holds(String what, BooleanSupplier condition) {
        Boolean unused =
                some(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** The value, once there is one. */
    static <T> T some(String what, Supplier<Optional<T>> value) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            Optional<T> found = value.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about: " + what);
            }
            pause(PAUSE_MILLIS);
        }
    }

    /** Gives others time to do what they do meanwhile. */
    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

package org.orangeline.runtime.kafka;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what has to come, however slow the machine is; never for a time. */
final class Eventually {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Eventually() {}

    static void until(String what, Callable<Boolean> holds) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            while (!holds.call()) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("did not come about: " + what);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what, e);
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }

    /** For what must not happen: gives it a while in which it would. */
    static void staysTrue(String what, Callable<Boolean> holds) {
        long deadline = System.nanoTime() + Duration.ofMillis(700).toNanos();
        try {
            while (System.nanoTime() < deadline) {
                if (!holds.call()) {
                    throw new AssertionError("did not last: " + what);
                }
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(what, e);
        } catch (Exception e) {
            throw new AssertionError(what, e);
        }
    }
}

package org.orangeline.launcher.demo;

import java.util.function.BooleanSupplier;

/** What follows from a fact comes a moment later: the services learn it from the log. */
final class Await {
    private static final long LIMIT_MILLIS = 120_000;
    private static final long PAUSE_MILLIS = 200;

    private Await() {}

    /** Whether it became true in time. */
    static boolean until(BooleanSupplier holds) {
        long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Pause.millis(PAUSE_MILLIS);
        }
        return true;
    }
}

package org.orangeline.runtime;

import java.time.Duration;

/** A pause that grows with each failure and is short again after a success. */
public final class Pause {

    private final Duration first;
    private final Duration longest;
    private Duration next;

    public Pause(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    /** After a failure: how long to wait. */
    public Duration next() {
        Duration now = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }

    /** After a failure: waits. */
    public void rest() {
        try {
            Thread.sleep(next());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After a success. */
    public void reset() {
        next = first;
    }
}

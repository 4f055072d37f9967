package org.orangeline.kit.rest;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Places for one kind of work: so many at a time, and of those a share for each caller. Whoever has
 * the share under way waits for its own calls and takes no place from others. First come, first
 * served.
 */
public final class Bulkhead {

    private final Semaphore all;
    private final int each;
    private final Duration patience;
    private final Map<String, Share> shares = new ConcurrentHashMap<>();

    /**
     * @param all places
     * @param each most that one caller has of them
     * @param patience how long a caller waits for one
     */
    public Bulkhead(int all, int each, Duration patience) {
        this.all = new Semaphore(all, true);
        this.each = each;
        this.patience = patience;
    }

    /**
     * Waits for a place.
     *
     * @param caller whose share it is
     * @return empty when none was free in time
     */
    public Optional<Place> enter(String caller) throws InterruptedException {
        Share share =
                shares.compute(
                        caller, (unused, known) -> (known == null ? new Share() : known).joined());
        long until = System.nanoTime() + patience.toNanos();
        boolean own = false;
        boolean both = false;
        try {
            own = share.places.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
            both =
                    own
                            && all.tryAcquire(
                                    Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        } finally {
            if (!both) {
                if (own) {
                    share.places.release();
                }
                forget(caller);
            }
        }
        return both ? Optional.of(new Place(caller, share)) : Optional.empty();
    }

    /** Callers that have a place, or wait for one. */
    int callers() {
        return shares.size();
    }

    private void forget(String caller) {
        shares.compute(caller, (unused, known) -> known == null || known.left() ? null : known);
    }

    /** One place, until it is closed. */
    public final class Place implements AutoCloseable {

        private final String caller;
        private final Share share;
        private final AtomicBoolean taken = new AtomicBoolean(true);

        private Place(String caller, Share share) {
            this.caller = caller;
            this.share = share;
        }

        /** Once, however often it is called. */
        @Override
        public void close() {
            if (taken.getAndSet(false)) {
                all.release();
                share.places.release();
                forget(caller);
            }
        }
    }

    /** Kept as long as somebody has a place of it or waits; only looked at within the map. */
    private final class Share {

        private final Semaphore places = new Semaphore(each, true);
        private int users;

        private Share joined() {
            users++;
            return this;
        }

        /** Whether that was the last one. */
        private boolean left() {
            users--;
            return users == 0;
        }
    }
}

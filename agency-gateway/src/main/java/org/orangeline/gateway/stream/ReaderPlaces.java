package org.orangeline.gateway.stream;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Function;
import org.apache.kafka.common.errors.TimeoutException;
import org.orangeline.kit.rest.Bulkhead;

/**
 * Readers of the log, of which one agency has half at most: one that asks much keeps no other one
 * waiting.
 *
 * @param <T> a reader, which does one thing at a time
 */
final class ReaderPlaces<T> {

    private final BlockingQueue<T> free;
    private final Bulkhead places;

    /**
     * @param readers at least one
     * @param patience how long an agency waits for one
     */
    ReaderPlaces(Collection<T> readers, Duration patience) {
        this.free = new ArrayBlockingQueue<>(readers.size(), false, readers);
        this.places = new Bulkhead(readers.size(), Math.max(1, readers.size() / 2), patience);
    }

    /**
     * Does something with a reader.
     *
     * @throws TimeoutException when none was free in time
     */
    <R> R with(String agency, Function<T, R> work) {
        // There are as many readers as places.
        try (Bulkhead.Place unused = place(agency)) {
            T reader = free.remove();
            try {
                return work.apply(reader);
            } finally {
                free.add(reader);
            }
        }
    }

    private Bulkhead.Place place(String agency) {
        try {
            return places.enter(agency)
                    .orElseThrow(() -> new TimeoutException("too many readers at once"));
        } catch (InterruptedException e) {
            throw new org.apache.kafka.common.errors.InterruptException(e);
        }
    }
}

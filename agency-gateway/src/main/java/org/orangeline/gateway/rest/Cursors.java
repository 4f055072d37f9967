package org.orangeline.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.orangeline.kit.rest.Stamp;

/**
 * Cursors: how far a reader has come in each partition, signed and bound to the agreement. They
 * depend on nothing that the broker could forget.
 */
public final class Cursors {

    private final Stamp<Cursor> stamp;
    private final Duration life;

    /**
     * @param key signs them
     */
    public Cursors(byte[] key, ObjectMapper mapper, Duration life) {
        this.stamp = new Stamp<>(key, mapper, Cursor.class);
        this.life = life;
    }

    /**
     * @param agreement {@code tracing-bureau/1}
     * @param after the last sequence that the reader has of each partition
     */
    public String write(String agreement, List<Long> after, Instant now) {
        return stamp.sign(new Cursor(agreement, now.getEpochSecond(), after));
    }

    /**
     * What {@link #write} wrote for the same agreement, not too long ago; else empty, without
     * saying why.
     */
    public Optional<List<Long>> read(String agreement, String cursor, Instant now) {
        return stamp.read(cursor)
                .filter(read -> read.agreement().equals(agreement))
                .filter(read -> !now.isAfter(Instant.ofEpochSecond(read.at()).plus(life)))
                .map(Cursor::after);
    }

    /**
     * @param at seconds since 1970, by the gateway's clock
     */
    record Cursor(String agreement, long at, List<Long> after) {

        Cursor {
            after = List.copyOf(after);
        }
    }
}

package org.orangeline.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * What a decision is given besides state and command: deciders ask no clock and no dice.
 *
 * @param now the server's time; never before the partition's last event
 * @param actor who asks
 * @param commandId the command's id
 */
public record Context(Instant now, Actor actor, String commandId) {

    /** The day in UTC, for ages. */
    public LocalDate today() {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * A fresh UUIDv7: its time is {@link #now}, its random part follows from the command id, so
     * that deciding twice gives the same.
     *
     * @param name what the id is for; different names give different ids within a command
     */
    public UUID newId(String name) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest((commandId + '\n' + name).getBytes(StandardCharsets.UTF_8));
            ByteBuffer random = ByteBuffer.wrap(digest);
            long high = (now.toEpochMilli() << 16) | 0x7000L | (random.getShort() & 0x0fffL);
            long low = (random.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

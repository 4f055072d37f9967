package org.orangeline.runtime;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeSet;
import java.util.UUID;

/**
 * A command on its way to its decider.
 *
 * @param command what is asked
 * @param commandId the key of idempotency, see {@link #id}
 * @param actor who asks
 * @param causationId the event that caused it, or the command id
 * @param content what counts as the command's content: the same id with other content is a conflict
 */
public record Submission<C extends Command>(
        C command, String commandId, Actor actor, String causationId, Content content) {

    /**
     * The command id of a caller's key: a name-based UUID, so that no key, which could hold a name,
     * stands in the log.
     *
     * @param operation scope of the key
     * @param call scope of the key: which REST call
     * @param key chosen by the caller: a person's id, or the {@code Idempotency-Key}
     */
    public static String id(String operation, String call, String key) {
        String name = operation + '\n' + call + '\n' + key;
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(name.getBytes(StandardCharsets.UTF_8)));
            // Version 8, variant 2 of RFC 9562.
            long high = (digest.getLong() & ~0xf000L) | 0x8000L;
            long low = (digest.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
            return new UUID(high, low).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The command id of a reaction: the same for a cause and for whom it is about, however often
     * the state calls for it and whoever's change made it look.
     */
    public static String id(Reaction<?> reaction) {
        return id(
                reaction.command().operation(),
                reaction.name(),
                reaction.causationId()
                        + ' '
                        + String.join(" ", new TreeSet<>(reaction.command().subjects())));
    }

    /** A command's content as canonical bytes; compared only as a keyed hash. */
    @FunctionalInterface
    public interface Content {
        byte[] bytes();
    }
}

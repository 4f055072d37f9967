package org.orangeline.kit.rest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that are refused although they have not run out: of officers who were dismissed, or whose
 * token was stolen. A file says which; what is written there counts within {@link #LOOK}, also for
 * tokens that were verified before. A line each, with {@code #} a comment:
 *
 * <pre>
 * sub SUBJECT             every token of this subject
 * sub SUBJECT INSTANT     those that were issued before
 * jti ID                  this one
 * </pre>
 */
public final class RevokedTokens {

    /** How often the file is looked at. */
    public static final Duration LOOK = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger("org.orangeline.tokens");

    private final @Nullable Path file;
    private final LongSupplier nanos;
    private final AtomicLong nextLook;
    private volatile @Nullable Listed listed;
    private volatile boolean unreadable;

    /**
     * @param file null when none is configured; one that cannot be read from the start keeps
     *     everybody out
     */
    public RevokedTokens(@Nullable Path file) {
        this(file, System::nanoTime);
    }

    RevokedTokens(@Nullable Path file, LongSupplier nanos) {
        this.file = file;
        this.nanos = nanos;
        this.nextLook = new AtomicLong(nanos.getAsLong());
        if (file != null) {
            look(file); // before the first call: those that come at once must not find it unread
        }
    }

    /**
     * @param issuedAt in seconds since 1970
     * @param id of the token, if it has one
     */
    boolean isRevoked(String subject, long issuedAt, @Nullable String id) {
        if (file == null) {
            return false;
        }
        look(file);
        Listed last = listed;
        if (last == null) {
            return true; // Whom it lists is not known, so nobody is let in.
        }
        Instant before = last.before().get(subject);
        return before != null && Instant.ofEpochSecond(issuedAt).isBefore(before)
                || id != null && last.ids().contains(id);
    }

    private void look(Path there) {
        long due = nextLook.get();
        long now = nanos.getAsLong();
        if (now - due < 0 || !nextLook.compareAndSet(due, now + LOOK.toNanos())) {
            return;
        }
        try {
            FileTime changed = Files.getLastModifiedTime(there);
            long size = Files.size(there);
            Listed last = listed;
            if (last == null || !last.changed().equals(changed) || last.size() != size) {
                listed = Listed.of(lines(there), changed, size);
            }
            unreadable = false;
        } catch (IOException e) {
            if (!unreadable) {
                LOG.errorf(
                        "the list of revoked tokens cannot be read, so %s: %s",
                        listed == null ? "no token is taken" : "the last one counts",
                        e.getClass().getSimpleName());
            }
            unreadable = true;
        }
    }

    // A byte that is no UTF-8 spoils its own line and no other.
    private static List<String> lines(Path there) throws IOException {
        return new String(Files.readAllBytes(there), StandardCharsets.UTF_8).lines().toList();
    }

    /**
     * @param before subjects, and when a token must have been issued to count
     * @param ids of tokens
     * @param changed when the file was
     */
    private record Listed(
            Map<String, Instant> before, Set<String> ids, FileTime changed, long size) {

        static Listed of(List<String> lines, FileTime changed, long size) {
            Map<String, Instant> before = new HashMap<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i).strip();
                String[] words = line.split("\\s+");
                if (words[0].equals("sub") && words.length > 1) {
                    Instant end = words.length > 2 ? instant(words[2], i + 1) : Instant.MAX;
                    Instant unused = before.merge(words[1], end, (a, b) -> a.isAfter(b) ? a : b);
                } else if (words[0].equals("jti") && words.length == 2) {
                    ids.add(words[1]);
                } else if (!line.isEmpty() && !line.startsWith("#")) {
                    LOG.errorf("line %d of the list of revoked tokens says nothing known", i + 1);
                }
            }
            return new Listed(Map.copyOf(before), Set.copyOf(ids), changed, size);
        }

        // Whoever meant to keep somebody out is rather understood too widely.
        private static Instant instant(String text, int line) {
            try {
                return Instant.parse(text);
            } catch (DateTimeException e) {
                LOG.errorf(
                        "line %d of the list of revoked tokens has no instant; all tokens of the"
                                + " subject are refused",
                        line);
                return Instant.MAX;
            }
        }
    }
}

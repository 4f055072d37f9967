package org.orangeline.agreement;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;

/**
 * What one agency may see, as data that is signed. Nothing is allowed that it does not name.
 *
 * @param agency slug of the agency; its tokens name it, its topics begin with it
 * @param version from 1; another version is another feed, from the beginning
 * @param name what people call the agency
 * @param purpose what for it may use what it is told
 * @param legalBasis on what ground
 * @param validFrom before it nothing is told
 * @param validTo from then on nothing is told
 * @param rows whom it is told about
 * @param times how exactly it is told when
 * @param groups whether labels of lines and groups may leave
 * @param registrationNumbers whether the number that people are called by may leave
 * @param facilityCodes whether facilities keep their public codes
 * @param identity whether it may ask intake-service who a person is, one by one; not, when left
 *     out, as it was in agreements that were signed before there was this
 * @param events JSON pointers of the fields of each event type that may leave; a pointer to an
 *     object stands for all that is in it and steps through lists
 */
public record Agreement(
        String agency,
        int version,
        String name,
        String purpose,
        String legalBasis,
        Instant validFrom,
        Instant validTo,
        Rows rows,
        Times times,
        boolean groups,
        boolean registrationNumbers,
        boolean facilityCodes,
        @Nullable Boolean identity,
        Map<String, List<String>> events) {

    public Agreement {
        var copy = new TreeMap<String, List<String>>();
        events.forEach((event, fields) -> copy.put(event, List.copyOf(fields)));
        events = java.util.Collections.unmodifiableMap(copy);
    }

    /** Names the agreement and its feed: {@code tracing-bureau/1}. */
    public String id() {
        return agency + "/" + version;
    }

    /** SHA-256 over its canonical JSON: another one is another content. */
    public String digest() {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(EventCodec.canonical(this)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether it may ask who a person in its rows is. It is never told so in a feed. */
    public boolean entitlesToIdentity() {
        return Boolean.TRUE.equals(identity);
    }

    /** Whether anything may be told at that time. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(validFrom) && time.isBefore(validTo);
    }
}

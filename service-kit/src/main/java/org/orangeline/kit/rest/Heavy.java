package org.orangeline.kit.rest;

import jakarta.ws.rs.HttpMethod;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Calls of which one costs as much as hundreds of others. Each kind has places of its own, and a
 * caller a share of them; so a caller who asks for too much at once waits for itself.
 */
enum Heavy {
    /** Compares names with all names of an operation. */
    SEARCH(16, 4),
    /** Writes a whole list. */
    EXPORT(4, 1),
    /** Reads the log of one person, of a partition, or of all reads. */
    HISTORY(16, 4),
    /** Folds the log from its beginning; the engine has four places for it. */
    PAST(4, 2),
    /** Decides thousands of items; what they need of the heap is bounded by itself. */
    UPLOAD(64, 4);

    /** Long enough for the calls before it, and short enough to be told. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Pattern HISTORIES =
            Pattern.compile(
                    ".*/(history|reads|exports|refused-identity-requests)|/verification/.*");
    private static final Pattern UPLOADS = Pattern.compile("/operations/\\{op}/(batches|arrivals)");

    private final int all;
    private final int each;

    Heavy(int all, int each) {
        this.all = all;
        this.each = each;
    }

    Bulkhead bulkhead() {
        return new Bulkhead(all, each, PATIENCE);
    }

    /** The detail of the refusal when no place is free. */
    String full() {
        return switch (this) {
            case SEARCH -> "Too many searches are under way.";
            case EXPORT -> "Too many whole lists are being written.";
            case HISTORY -> "Too many histories are being read.";
            case PAST -> "Too many calls look back into the past.";
            case UPLOAD -> "This tablet or caller has too many uploads under way.";
        };
    }

    /**
     * What a call is, in the order in which places are taken.
     *
     * @param method of HTTP
     * @param template of the call that was matched
     * @param query whether a parameter has a value: {@code format=csv}
     * @param accept the header
     */
    static Set<Heavy> of(String method, String template, Query query, @Nullable String accept) {
        Set<Heavy> kinds = EnumSet.noneOf(Heavy.class);
        if (template.endsWith("/search")) {
            kinds.add(SEARCH);
        }
        if (query.values("format").contains("csv")
                || (accept != null && accept.startsWith(Csv.MEDIA_TYPE))) {
            kinds.add(EXPORT);
        }
        if (HISTORIES.matcher(template).matches()) {
            kinds.add(HISTORY);
        }
        if (!query.values(Reads.AS_OF).isEmpty()) {
            kinds.add(PAST);
        }
        if (method.equals(HttpMethod.POST) && UPLOADS.matcher(template).matches()) {
            kinds.add(UPLOAD);
        }
        return kinds;
    }

    /** The query of a request. */
    interface Query {

        /** Empty when it is not given. */
        List<String> values(String name);
    }
}

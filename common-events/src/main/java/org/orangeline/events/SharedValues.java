package org.orangeline.events;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One instance for equal values that come again soon: the same few countries and lines in every
 * event, and the id of a person as the key of several maps. A state of many people holds each of
 * them some times instead of once for each person. Never for what was sealed: these tables keep
 * what they saw.
 */
public final class SharedValues {

    private static final int PLACES = 1 << 12;
    private static final int LONGEST_TEXT = 40;

    // Written without a lock: the values publish themselves safely, and a lost entry is made again.
    private static final @Nullable Object[] KEPT = new Object[PLACES];
    private static final @Nullable Id[] IDS = new Id[PLACES];

    private SharedValues() {}

    /** The text of an id. */
    public static String text(UUID id) {
        int place = place(id);
        Id kept = IDS[place];
        if (kept == null || !kept.id.equals(id)) {
            kept = new Id(id, of(id.toString()));
            IDS[place] = kept;
        }
        return kept.text;
    }

    /** A text that is equal, when it is short; a long one hardly ever comes again. */
    public static String of(String text) {
        return text.length() > LONGEST_TEXT ? text : shared(text);
    }

    /**
     * @param value immutable, with final fields only
     */
    static <T> T shared(T value) {
        int place = place(value);
        Object kept = KEPT[place];
        if (value.equals(kept)) {
            @SuppressWarnings("unchecked") // equal values are of one class here
            T same = (T) kept;
            return Objects.requireNonNull(same);
        }
        KEPT[place] = value;
        return value;
    }

    private static int place(Object value) {
        int hash = value.hashCode();
        return (hash ^ (hash >>> 16)) & (PLACES - 1);
    }

    private record Id(UUID id, String text) {}
}

package org.orangeline.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Instant#toString} writes, and nothing else. Nearly every time in the log has
 * seconds or milliseconds of a year with four digits, which is read by its columns.
 */
final class InstantText {

    private static final int SECONDS = "2019-03-02T08:15:30Z".length();
    private static final int MILLIS = "2019-03-02T08:15:30.123Z".length();
    private static final String COLUMNS = "0000-00-00T00:00:00.000Z";
    private static final int NANOS_PER_MILLI = 1_000_000;

    private InstantText() {}

    /** Null when it is malformed. */
    static @Nullable Instant parse(String text) {
        Instant usual = parseColumns(text);
        return usual == null ? slowly(text) : usual;
    }

    /** Null for one that is malformed, or that has another precision or year. */
    static @Nullable Instant parseColumns(String text) {
        if (text.length() == MILLIS && hasColumns(text, MILLIS)) {
            int millis = number(text, 20, 23);
            // With no milliseconds the text would end after the seconds.
            return millis == 0 ? null : instant(text, millis);
        }
        if (text.length() == SECONDS
                && text.charAt(SECONDS - 1) == 'Z'
                && hasColumns(text, SECONDS - 1)) {
            return instant(text, 0);
        }
        return null;
    }

    private static boolean hasColumns(String text, int length) {
        for (int i = 0; i < length; i++) {
            char wanted = COLUMNS.charAt(i);
            char c = text.charAt(i);
            if (wanted == '0' ? c < '0' || c > '9' : c != wanted) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Instant instant(String text, int millis) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day =
                    LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                            .toEpochDay();
            long inDay = hour * 3600L + minute * 60L + second;
            return Instant.ofEpochSecond(day * 86_400L + inDay, (long) millis * NANOS_PER_MILLI);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static @Nullable Instant slowly(String text) {
        try {
            Instant time = Instant.parse(text);
            return time.toString().equals(text) ? time : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}

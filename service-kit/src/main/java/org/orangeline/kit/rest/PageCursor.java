package org.orangeline.kit.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins.
 *
 * @param offset items before it
 * @param moment that is paged through; null without one
 */
record PageCursor(int offset, @Nullable Moment moment) {

    /**
     * A moment, see {@link PinnedViews}.
     *
     * @param pin its id
     * @param now the time of the first page
     */
    record Moment(String pin, Instant now) {}

    static PageCursor at(int offset) {
        return new PageCursor(offset, null);
    }

    PageCursor of(Moment other) {
        return new PageCursor(offset, other);
    }

    /** Empty when it is none that a list gave. */
    static Optional<PageCursor> parse(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ", -1);
            int offset = Integer.parseInt(parts[0]);
            if (offset < 0 || (parts.length != 1 && parts.length != 3)) {
                return Optional.empty();
            }
            return Optional.of(
                    parts.length == 1
                            ? at(offset)
                            : at(offset).of(new Moment(parts[1], Instant.parse(parts[2]))));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        String plain =
                moment == null
                        ? Integer.toString(offset)
                        : offset + " " + moment.pin() + " " + moment.now();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}

package org.orangeline.kit.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the next page of a list begins.
 *
 * @param offset items before it
 * @param pin id of the moment that is paged through, see {@link PinnedViews}; null without one
 */
record PageCursor(int offset, @Nullable String pin) {

    static PageCursor at(int offset) {
        return new PageCursor(offset, null);
    }

    PageCursor of(String moment) {
        return new PageCursor(offset, moment);
    }

    /** Empty when it is none that a list gave. */
    static Optional<PageCursor> parse(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ", -1);
            int offset = Integer.parseInt(parts[0]);
            return offset < 0 || parts.length > 2
                    ? Optional.empty()
                    : Optional.of(new PageCursor(offset, parts.length == 1 ? null : parts[1]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        String plain = pin == null ? Integer.toString(offset) : offset + " " + pin;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}

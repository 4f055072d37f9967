package org.orangeline.events.model;

import org.jspecify.annotations.Nullable;

/**
 * A name as it was told or written, in any script.
 *
 * @param script ISO 15924 code such as {@code Arab}, {@code Cyrl}, {@code Latn}; null when not
 *     noted
 */
public record Name(String value, @Nullable String script) {

    @Override
    public String toString() {
        return "Name[…]";
    }
}

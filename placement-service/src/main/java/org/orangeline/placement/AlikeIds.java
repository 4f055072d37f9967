package org.orangeline.placement;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.orangeline.runtime.Refusal;

/**
 * Ids that a human cannot tell apart: they differ in case or separators only, as {@code SYR-MOJ}
 * and {@code syr_moj}. Whoever assessed, approved or counted one would mean the other. Logs of
 * before may hold both; only new ones are refused.
 */
public final class AlikeIds {

    private AlikeIds() {}

    /** Why an id cannot be registered beside those that are; empty when none is like it. */
    public static Optional<Refusal> whyNot(String id, Collection<String> registered) {
        String folded = folded(id);
        return registered.stream()
                .filter(one -> folded(one).equals(folded))
                .sorted()
                .findFirst()
                .map(one ->
                        Refusal.conflict(
                                one
                                        + " is registered already, and this id differs from it in case"
                                        + " or separators only. Use that one, or choose another id."));
    }

    /** Whether a human cannot tell one from the other. */
    public static boolean areAlike(String one, String other) {
        return folded(one).equals(folded(other));
    }

    private static String folded(String id) {
        return id.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }
}

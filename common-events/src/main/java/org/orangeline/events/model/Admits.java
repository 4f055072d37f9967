package org.orangeline.events.model;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a facility takes (rule P7). An empty set means no limit.
 *
 * @param sexes the sexes it takes
 * @param ages the age bands it takes
 */
public record Admits(Set<Sex> sexes, Set<AgeBand> ages) {

    public static final Admits EVERYONE = new Admits(Set.of(), Set.of());

    public Admits {
        sexes = sorted(sexes);
        ages = sorted(ages);
    }

    public boolean admits(Sex sex, AgeBand age) {
        return (sexes.isEmpty() || sexes.contains(sex)) && (ages.isEmpty() || ages.contains(age));
    }

    // A stable order keeps encoded events and digests the same on every run.
    private static <T extends Enum<T>> Set<T> sorted(@Nullable Set<T> values) {
        return values == null || values.isEmpty()
                ? Set.of()
                : java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(values));
    }
}

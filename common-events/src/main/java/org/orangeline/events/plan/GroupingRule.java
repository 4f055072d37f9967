package org.orangeline.events.plan;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Sex;

/**
 * One rule of a grouping plan: who fits all its conditions waits in the group. A condition that is
 * null or empty fits everyone.
 *
 * @param id names the rule in {@code GroupAssigned}
 * @param group code of the group
 * @param sexes the sexes it is for
 * @param age the age band it is for
 * @param nationalities fits when one of the person's strongest claims is among these
 * @param notNationalities fits when none of the person's strongest claims is among these
 */
public record GroupingRule(
        String id,
        String group,
        List<Sex> sexes,
        @Nullable AgeBand age,
        List<String> nationalities,
        List<String> notNationalities) {

    public GroupingRule {
        sexes = sexes == null ? List.of() : List.copyOf(sexes);
        nationalities = nationalities == null ? List.of() : List.copyOf(nationalities);
        notNationalities = notNationalities == null ? List.of() : List.copyOf(notNationalities);
    }

    /**
     * @param claims the countries of the person's strongest claims
     */
    public boolean fits(Sex sex, AgeBand band, Set<String> claims) {
        return (sexes.isEmpty() || sexes.contains(sex))
                && (age == null || age == band)
                && (nationalities.isEmpty() || nationalities.stream().anyMatch(claims::contains))
                && notNationalities.stream().noneMatch(claims::contains);
    }
}

package org.orangeline.events.plan;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/**
 * One rule of a grouping plan: who fits all its conditions waits in the group. A condition that is
 * null or empty fits everyone.
 *
 * @param id names the rule in {@code GroupAssigned}
 * @param group code of the group
 * @param sexes the sexes it is for
 * @param age the age band it is for
 * @param nationalities fits when one of the person's strongest claims is among these; never a
 *     person without claims
 * @param notNationalities "any other country": fits when the person claims one, and none of the
 *     strongest claims is among these; never a person without claims, or with such only as name no
 *     country: {@code STATELESS}, {@code UNKNOWN}, a refugee's paper or that of an organisation
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
     * @param claims the countries of the person's strongest claims; empty when there are none
     */
    public boolean fits(Sex sex, AgeBand band, Set<String> claims) {
        return (sexes.isEmpty() || sexes.contains(sex))
                && (age == null || age == band)
                && (nationalities.isEmpty() || claims(claims, nationalities))
                && (notNationalities.isEmpty() || claimsAnother(claims));
    }

    private boolean claimsAnother(Set<String> claims) {
        return claims.stream().anyMatch(NationalityClaim::isOfCountry)
                && !claims(claims, notNationalities);
    }

    private static boolean claims(Set<String> claims, List<String> among) {
        return claims.stream()
                .map(NationalityClaim::meaning)
                .anyMatch(
                        among.stream().map(NationalityClaim::meaning).collect(Collectors.toSet())
                                ::contains);
    }
}

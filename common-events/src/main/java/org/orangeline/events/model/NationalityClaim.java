package org.orangeline.events.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of a person's nationality claims.
 *
 * @param country ISO 3166-1 alpha-3, {@code STATELESS} or {@code UNKNOWN}
 * @param basis what it rests on
 */
public record NationalityClaim(String country, NationalityBasis basis) {

    public static final String STATELESS = "STATELESS";
    public static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries())
                    .map(code -> Locale.of("", code).getISO3Country())
                    .collect(Collectors.toUnmodifiableSet());

    /**
     * Whether a code may stand in a claim. Old codes in the log stay readable, so this is for
     * input.
     */
    public static boolean isKnownCountry(String country) {
        return COUNTRIES.contains(country) || country.equals(STATELESS) || country.equals(UNKNOWN);
    }
}

package org.orangeline.events.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One of a person's nationality claims.
 *
 * @param country ISO 3166-1 alpha-3, another code that papers carry (ICAO Doc 9303-3, section 5;
 *     former countries of ISO 3166-3), {@code STATELESS} or {@code UNKNOWN}
 * @param basis what it rests on
 */
public record NationalityClaim(String country, NationalityBasis basis) {

    public static final String STATELESS = "STATELESS";
    public static final String UNKNOWN = "UNKNOWN";

    private static final Set<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries())
                    .map(code -> Locale.of("", code).getISO3Country())
                    .collect(Collectors.toUnmodifiableSet());

    private static final String KOSOVO = "XKX";

    /** Of British passports: overseas territories, nationals, subjects, protected persons. */
    private static final Set<String> BRITISH = Set.of("GBD", "GBN", "GBO", "GBP", "GBS");

    /** Of ISO 3166-3, which old papers carry. */
    private static final Set<String> FORMER =
            Set.of(
                    "AFI", "ANT", "ATN", "BUR", "BYS", "CSK", "CTE", "DDR", "DHY", "FXX", "GEL",
                    "HVO", "JTN", "MID", "NHB", "NTZ", "PCI", "PCZ", "PUS", "RHO", "ROM", "SCG",
                    "SKM", "SUN", "TMP", "VDR", "WAK", "YMD", "YUG", "ZAR");

    /** Organisations that issue papers: whoever carries one is of none. */
    private static final Set<String> ORGANISATIONS =
            Set.of(
                    "EUE", "UNA", "UNO", "XBA", "XCC", "XCE", "XCO", "XDC", "XEC", "XES", "XIM",
                    "XMP", "XOM", "XPO");

    /** Refugees of the Convention of 1951, and others: papers say nothing of a nationality. */
    private static final Set<String> REFUGEES = Set.of("XXB", "XXC");

    /** What some codes mean: the same as another one. */
    private static final Map<String, String> MEANS =
            Map.of("XXA", STATELESS, "XXX", UNKNOWN, "RKS", KOSOVO, "UNK", KOSOVO);

    /**
     * Whether a code is that of a state, {@code STATELESS} or {@code UNKNOWN}. Old codes in the log
     * stay readable, so this is for input.
     */
    public static boolean isKnownCountry(String country) {
        return COUNTRIES.contains(country) || country.equals(STATELESS) || country.equals(UNKNOWN);
    }

    /** Whether a code may stand in a claim, for input. {@code UTO} is that of specimens only. */
    public static boolean isKnown(String code) {
        return isKnownCountry(code)
                || code.equals(KOSOVO)
                || BRITISH.contains(code)
                || FORMER.contains(code)
                || ORGANISATIONS.contains(code)
                || REFUGEES.contains(code)
                || MEANS.containsKey(code);
    }

    /** The one code for what several mean: {@code XXA} is {@code STATELESS}. */
    public static String meaning(String code) {
        return MEANS.getOrDefault(code, code);
    }

    /** Whether a code says of which country a person is. */
    public static boolean isOfCountry(String code) {
        String meaning = meaning(code);
        return !meaning.equals(STATELESS)
                && !meaning.equals(UNKNOWN)
                && !ORGANISATIONS.contains(meaning)
                && !REFUGEES.contains(meaning);
    }
}

package org.orangeline.kit.rest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code Accept} takes, RFC 9110, 12.5.1: of the ranges that fit a type the most specific one
 * says how much it is wanted, and {@code q=0} says not at all. A range that cannot be read names
 * nothing, nor does a header that is too long; old clients send a lone {@code *} for everything,
 * and {@code .2} for 0.2.
 */
final class Accepted {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern RANGE =
            Pattern.compile("(%s)/(%s)\\s*(;.*)?".formatted(TOKEN, TOKEN));
    private static final Pattern PARAMETER =
            Pattern.compile(
                    "\\s*;\\s*(?:(%s)=(%s|\"(?:[^\"\\\\]|\\\\.)*\"))?\\s*".formatted(TOKEN, TOKEN));
    private static final Pattern QUALITY =
            Pattern.compile("0(\\.\\d{0,3})?|\\.\\d{1,3}|1(\\.0{0,3})?");
    private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    /** Characters of a header at most: a longer one is no list that a client makes. */
    private static final int MOST = 1_000;

    private final List<Range> ranges;

    private Accepted(List<Range> ranges) {
        this.ranges = ranges;
    }

    /**
     * @param headers each with a list of ranges
     */
    static Accepted of(List<String> headers) {
        List<Range> ranges = new ArrayList<>();
        for (String header : headers) {
            if (header.length() > MOST) {
                continue;
            }
            COMMA.splitAsStream(header)
                    .map(String::strip)
                    .map(text -> text.startsWith("*;") || text.equals("*") ? "*/" + text : text)
                    .flatMap(text -> range(text).stream())
                    .forEach(ranges::add);
        }
        return new Accepted(ranges);
    }

    /**
     * The one that is wanted most, of equal ones the first; empty when none is.
     *
     * @param offered types without parameters
     */
    Optional<String> best(List<String> offered) {
        // max takes the first of equals.
        return offered.stream()
                .filter(type -> quality(type) > 0)
                .max(Comparator.comparingDouble(this::quality));
    }

    private double quality(String type) {
        return ranges.stream()
                .filter(range -> range.fits(type))
                .max(Comparator.comparingInt(Range::specific))
                .map(Range::quality)
                .orElse(0.0);
    }

    private static Optional<Range> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String type = matcher.group(1).toLowerCase(Locale.ROOT);
        String subtype = matcher.group(2).toLowerCase(Locale.ROOT);
        if (type.equals("*") && !subtype.equals("*")) {
            return Optional.empty();
        }
        return told(matcher.group(3) == null ? "" : matcher.group(3))
                .map(quality -> new Range(type, subtype, quality));
    }

    private static Optional<Double> told(String parameters) {
        Matcher parameter = PARAMETER.matcher(parameters);
        double quality = 1;
        int at = 0;
        while (at < parameters.length()) {
            if (!parameter.find(at) || parameter.start() != at) {
                return Optional.empty();
            }
            if ("q".equalsIgnoreCase(parameter.group(1))) {
                String told = parameter.group(2);
                if (!QUALITY.matcher(told).matches()) {
                    return Optional.empty();
                }
                quality = Double.parseDouble(told);
            }
            at = parameter.end();
        }
        return Optional.of(quality);
    }

    /** Other parameters than q make a range no more specific: no type here has any. */
    private record Range(String type, String subtype, double quality) {

        boolean fits(String offered) {
            return type.equals("*")
                    || (subtype.equals("*")
                            ? offered.startsWith(type + "/")
                            : offered.equals(type + "/" + subtype));
        }

        int specific() {
            return (type.equals("*") ? 0 : 1) + (subtype.equals("*") ? 0 : 1);
        }
    }
}

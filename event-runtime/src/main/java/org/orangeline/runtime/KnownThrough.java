package org.orangeline.runtime;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The {@code ce_knownthrough} header: {@code intake-service:12,placement-service:3}, or empty. */
public final class KnownThrough {

    private KnownThrough() {}

    public static String text(Map<String, Long> learned) {
        return new TreeMap<>(learned)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ":" + entry.getValue())
                        .collect(Collectors.joining(","));
    }

    /**
     * @throws IllegalArgumentException when it is malformed
     */
    public static Map<String, Long> parse(String text) {
        Map<String, Long> learned = new TreeMap<>();
        if (text.isEmpty()) {
            return learned;
        }
        for (String part : text.split(",", -1)) {
            int colon = part.lastIndexOf(':');
            if (colon < 1) {
                throw new IllegalArgumentException("ce_knownthrough is malformed");
            }
            learned.put(part.substring(0, colon), Long.parseLong(part.substring(colon + 1)));
        }
        return learned;
    }
}

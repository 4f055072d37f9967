package org.orangeline.gateway.order;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.orangeline.events.Service;

/**
 * How far the three logs of a partition are told: the last sequence of each service.
 *
 * @param intake of intake-service
 * @param screening of screening-service
 * @param placement of placement-service
 */
public record Cut(long intake, long screening, long placement) {

    /** Before the first event. */
    public static final Cut START = new Cut(0, 0, 0);

    /** The last sequence of one service. */
    public long of(Service service) {
        return switch (service) {
            case INTAKE -> intake;
            case SCREENING -> screening;
            case PLACEMENT -> placement;
        };
    }

    /** One event further. */
    public Cut after(Service service) {
        return switch (service) {
            case INTAKE -> new Cut(intake + 1, screening, placement);
            case SCREENING -> new Cut(intake, screening + 1, placement);
            case PLACEMENT -> new Cut(intake, screening, placement + 1);
        };
    }

    /** How many events were told: the place of the last one in the one order. */
    public long count() {
        return intake + screening + placement;
    }

    /** Whether nothing of the other lies behind this. */
    public boolean reaches(Cut other) {
        return intake >= other.intake
                && screening >= other.screening
                && placement >= other.placement;
    }

    /** As it stands in the journal. */
    public String text() {
        return Arrays.stream(Service.values())
                .map(service -> service.id() + ":" + of(service))
                .collect(Collectors.joining(","));
    }

    /**
     * What {@link #text} wrote, or an envelope's {@code knownthrough}; a service that is not named
     * counts as 0.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static Cut parse(String text) {
        Map<Service, Long> found = new EnumMap<>(Service.class);
        if (!text.isEmpty()) {
            for (String part : text.split(",")) {
                int colon = part.indexOf(':');
                if (colon < 0) {
                    throw new IllegalArgumentException("no cut");
                }
                found.put(
                        Service.of(part.substring(0, colon)),
                        Long.parseLong(part.substring(colon + 1)));
            }
        }
        return new Cut(
                found.getOrDefault(Service.INTAKE, 0L),
                found.getOrDefault(Service.SCREENING, 0L),
                found.getOrDefault(Service.PLACEMENT, 0L));
    }
}

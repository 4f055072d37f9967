package org.orangeline.placement;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.pcollections.PMap;
import org.pcollections.TreePMap;

/**
 * How many of each event an hour saw, as the log's times have it.
 *
 * @param hours by the hour's beginning, then by the event's name
 */
public record Flow(TreePMap<Instant, PMap<String, Integer>> hours) {

    public static final Flow NONE = new Flow(TreePMap.empty());

    Flow count(String event, Instant at) {
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        PMap<String, Integer> counts = hours.getOrDefault(hour, TreePMap.empty());
        return new Flow(hours.plus(hour, counts.plus(event, counts.getOrDefault(event, 0) + 1)));
    }
}

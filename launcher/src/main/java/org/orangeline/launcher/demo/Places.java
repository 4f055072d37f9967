package org.orangeline.launcher.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a placement officer has on a note pad: where there is still room, so that a family goes to
 * one camp. The service alone decides whether there is.
 */
final class Places {
    private final List<Facility> facilities;
    private final Map<String, Integer> free = new LinkedHashMap<>();

    Places(List<Facility> facilities) {
        this.facilities = facilities;
        facilities.forEach(facility -> free.put(facility.id(), facility.capacity()));
    }

    /**
     * Notes places for so many people in one facility: in the proposed one if they fit, else in
     * another of its kind.
     *
     * @throws DemoException when no facility of the kind has room for them
     */
    synchronized String take(String kind, String proposed, int people) {
        if (free.getOrDefault(proposed, 0) >= people && kind.equals(kindOf(proposed))) {
            free.merge(proposed, -people, Integer::sum);
            return proposed;
        }
        for (Facility facility : facilities) {
            if (facility.kind().equals(kind) && free.getOrDefault(facility.id(), 0) >= people) {
                free.merge(facility.id(), -people, Integer::sum);
                return facility.id();
            }
        }
        throw new DemoException("no " + kind + " has room for " + people);
    }

    private String kindOf(String id) {
        return facilities.stream()
                .filter(facility -> facility.id().equals(id))
                .map(Facility::kind)
                .findFirst()
                .orElse("");
    }
}

package org.orangeline.placement.facilities;

import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;

/**
 * A facility and how full it is.
 *
 * @param capacity working capacity in places
 * @param reserved places that are ordered and not yet taken
 * @param present people inside
 */
public record Facility(
        String facilityId,
        String name,
        FacilityKind kind,
        int capacity,
        Admits admits,
        int reserved,
        int present) {

    /** Places that can still be ordered (rule P1); never below 0. */
    public int free() {
        return Math.max(0, capacity - reserved - present);
    }

    public Facility reserve() {
        return with(reserved + 1, present);
    }

    public Facility giveBack() {
        return with(reserved - 1, present);
    }

    public Facility admit() {
        return with(reserved - 1, present + 1);
    }

    public Facility leave() {
        return with(reserved, present - 1);
    }

    private Facility with(int newReserved, int newPresent) {
        return new Facility(facilityId, name, kind, capacity, admits, newReserved, newPresent);
    }
}

package org.orangeline.placement.facilities;

import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.FacilityRegistered;

/**
 * A facility and how full it is.
 *
 * @param capacity working capacity in places
 * @param reserved places that are ordered and not yet taken
 * @param present people inside
 * @param proposed people for whom it is proposed and who have no order yet
 */
public record Facility(
        String facilityId,
        String name,
        FacilityKind kind,
        int capacity,
        Admits admits,
        int reserved,
        int present,
        int proposed) {

    public static Facility registered(FacilityRegistered event) {
        return new Facility(
                event.facilityId(),
                event.name(),
                event.kind(),
                event.capacity(),
                event.admits(),
                0,
                0,
                0);
    }

    /** Places that can still be ordered (rule P1); never below 0. */
    public int free() {
        return Math.max(0, capacity - reserved - present);
    }

    /** Free places beyond those that are proposed already; may be below 0. */
    public int room() {
        return free() - proposed;
    }

    public Facility reserve() {
        return with(reserved + 1, present, proposed);
    }

    public Facility giveBack() {
        return with(reserved - 1, present, proposed);
    }

    public Facility admit() {
        return with(reserved - 1, present + 1, proposed);
    }

    public Facility leave() {
        return with(reserved, present - 1, proposed);
    }

    public Facility propose() {
        return with(reserved, present, proposed + 1);
    }

    public Facility settleProposal() {
        return with(reserved, present, proposed - 1);
    }

    private Facility with(int newReserved, int newPresent, int newProposed) {
        return new Facility(
                facilityId, name, kind, capacity, admits, newReserved, newPresent, newProposed);
    }
}

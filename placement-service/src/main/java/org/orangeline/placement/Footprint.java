package org.orangeline.placement;

import org.jspecify.annotations.Nullable;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.Occupancy;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.transfers.Transfer;
import org.pcollections.PMap;

/**
 * What a placement takes up: its place, from the order to the end, and another one from the order
 * of a transfer (rule P1). Facilities are counted by nothing else.
 */
record Footprint(Place place, Occupancy there, @Nullable Place reserved) {

    /** The facilities, when a placement was as it was before and is as it is now. */
    static PMap<String, Facility> moved(
            PMap<String, Facility> facilities, @Nullable Placement before, Placement now) {
        Footprint was = of(before);
        Footprint is = of(now);
        if (was == null ? is == null : was.equals(is)) {
            return facilities;
        }
        PMap<String, Facility> changed = facilities;
        if (was != null) {
            changed = was.count(changed, false);
        }
        return is == null ? changed : is.count(changed, true);
    }

    private static @Nullable Footprint of(@Nullable Placement placement) {
        if (placement == null || !placement.status().isOpen()) {
            return null;
        }
        Transfer transfer = placement.transfer();
        return new Footprint(
                placement.place(), there(placement), transfer == null ? null : transfer.to());
    }

    private static Occupancy there(Placement placement) {
        if (placement.status() == Placement.Status.ORDERED) {
            return Occupancy.RESERVED;
        }
        return placement.isAway() ? Occupancy.ABSENT : Occupancy.PRESENT;
    }

    private PMap<String, Facility> count(PMap<String, Facility> facilities, boolean in) {
        PMap<String, Facility> counted = count(facilities, place, there, in);
        return reserved == null ? counted : count(counted, reserved, Occupancy.RESERVED, in);
    }

    private static PMap<String, Facility> count(
            PMap<String, Facility> facilities, Place place, Occupancy one, boolean in) {
        Facility facility = facilities.get(place.facilityId());
        if (facility == null) {
            throw new IllegalStateException("a placement in a facility that is not registered");
        }
        return facilities.plus(
                place.facilityId(), facility.counting(place.section(), in ? one : one.negated()));
    }
}

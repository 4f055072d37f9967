package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Started;

/** How placements begin: by an order, by a finding inside, or by a birth. */
public final class Beginnings {

    private Beginnings() {}

    public static Placement ordered(
            PlacementOrdered event, @Nullable Instant freeBefore, Started started) {
        return new Placement(
                event.placementId(),
                event.personId(),
                new Place(event.facilityId(), event.section()),
                event.basis(),
                Terms.of(event),
                event.custodySince(),
                freeBefore,
                started.at(),
                event.orderedBy(),
                Placement.Status.ORDERED,
                started.at(),
                null,
                null,
                null,
                null,
                event.basis().isDetention()
                        ? DutyFacts.ofOrder(new Started(started.eventId(), event.custodySince()))
                        : DutyFacts.NONE,
                Questions.NONE,
                List.of(),
                null,
                null,
                null);
    }

    /** Of who is inside without an order: everything is due from the beginning of custody. */
    public static Placement found(
            FoundInside event, @Nullable Instant freeBefore, Started started) {
        var custody = new Started(started.eventId(), event.custodySince());
        return new Placement(
                event.placementId(),
                event.personId(),
                new Place(event.facilityId(), event.section()),
                event.basis(),
                Terms.foundBeside(event.accompanies()),
                event.custodySince(),
                freeBefore,
                event.custodySince(),
                null,
                Placement.Status.PLACED,
                started.at(),
                null,
                null,
                null,
                null,
                event.basis().isDetention()
                        ? DutyFacts.ofOrder(custody).admitted(custody)
                        : DutyFacts.NONE,
                Questions.NONE,
                List.of(),
                null,
                null,
                null);
    }

    /** A child that is inside from birth. */
    public static Placement born(
            UUID placementId, UUID childId, Place place, Basis basis, UUID mother, Started birth) {
        DutyFacts duties =
                basis.isDetention() ? DutyFacts.ofOrder(birth).admitted(birth) : DutyFacts.NONE;
        return new Placement(
                placementId,
                childId,
                place,
                basis,
                Terms.bornTo(mother),
                birth.at(),
                null,
                birth.at(),
                null,
                Placement.Status.PLACED,
                birth.at(),
                null,
                null,
                null,
                null,
                duties,
                Questions.NONE,
                List.of(),
                null,
                null,
                null);
    }
}

package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.duties.DutyFacts;
import org.orangeline.placement.duties.Liberty;
import org.orangeline.placement.duties.Started;

/** How placements begin: by an order, by a finding inside, or by a birth. */
public final class Beginnings {

    private Beginnings() {}

    /**
     * @param held whether the person may not leave
     * @param done what was done in the custody so far, in a line or on a cancelled order
     */
    public static Placement ordered(
            PlacementOrdered event,
            boolean held,
            CustodyFacts done,
            @Nullable Instant freeBefore,
            Started started) {
        return new Placement(
                event.placementId(),
                event.personId(),
                new Place(event.facilityId(), event.section()),
                null,
                event.basis(),
                Terms.of(event),
                event.custodySince(),
                event.custodyStartedBy(),
                freeBefore,
                started.at(),
                event.orderedBy(),
                Placement.Status.ORDERED,
                started.recordedAt(),
                started.at(),
                null,
                held,
                null,
                null,
                null,
                null,
                held
                        ? begun(event.custodyStartedBy(), started.told(event.custodySince()), done)
                        : DutyFacts.NONE,
                Questions.NONE,
                List.of(),
                held ? liberty(event.custodyStartedBy(), done) : null,
                null,
                null);
    }

    /** Of who is inside without an order: everything is due from the beginning of custody. */
    public static Placement found(
            FoundInside event,
            boolean held,
            CustodyFacts done,
            @Nullable Instant freeBefore,
            Started started) {
        return new Placement(
                event.placementId(),
                event.personId(),
                new Place(event.facilityId(), event.section()),
                null,
                event.basis(),
                Terms.foundBeside(event.accompanies()),
                event.custodySince(),
                event.custodyStartedBy(),
                freeBefore,
                event.custodySince(),
                null,
                Placement.Status.PLACED,
                started.recordedAt(),
                event.foundAt(),
                null,
                held,
                null,
                null,
                null,
                null,
                held ? foundDuties(event, done, started) : DutyFacts.NONE,
                Questions.NONE,
                List.of(),
                held ? liberty(event.custodyStartedBy(), done) : null,
                null,
                null);
    }

    /** What is asked for somebody who was found inside, and may not leave. */
    public static DutyFacts foundDuties(FoundInside event, CustodyFacts done, Started started) {
        Started custody = started.told(event.custodySince());
        return begun(event.custodyStartedBy(), custody, done).admitted(custody, event.facilityId());
    }

    static DutyFacts begun(@Nullable String custodyStartedBy, Started custody, CustodyFacts done) {
        return custodyStartedBy == null
                ? DutyFacts.ofOrder(custody)
                : DutyFacts.fromLine(
                        new Started(custodyStartedBy, custody.at(), custody.recordedAt()), done);
    }

    /** That a review decided it outlives an order that was cancelled (rule P19). */
    public static @Nullable Liberty liberty(@Nullable String custodyStartedBy, CustodyFacts done) {
        return custodyStartedBy == null ? null : done.liberty();
    }

    /**
     * A child that is inside from birth.
     *
     * @param held whether the child may not leave
     */
    public static Placement born(
            UUID placementId,
            UUID childId,
            Place place,
            Basis basis,
            boolean held,
            UUID mother,
            Started birth) {
        return new Placement(
                placementId,
                childId,
                place,
                null,
                basis,
                Terms.bornTo(mother),
                birth.at(),
                null,
                null,
                birth.at(),
                null,
                Placement.Status.PLACED,
                birth.recordedAt(),
                birth.at(),
                null,
                held,
                null,
                null,
                null,
                null,
                held
                        ? DutyFacts.ofOrder(birth).admitted(birth, place.facilityId())
                        : DutyFacts.NONE,
                Questions.NONE,
                List.of(),
                null,
                null,
                null);
    }
}

package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.PlacementOrdered;

/**
 * A placement from its order to its end.
 *
 * <pre>
 * ORDERED --admission--> PLACED --release--> ENDED
 *    +-----cancellation--> CANCELLED
 * </pre>
 *
 * @param ground code of the order's own ground
 * @param withLegalReference whether the order names one
 * @param withConsent whether the order names the person's consent
 * @param custodySince earliest plausible moment of custody (rule P10)
 * @param reviewDue first review; null when the person is not held
 * @param since when the present status began
 * @param questioned rules that it breaks and that no human has settled (rule P14)
 */
public record Placement(
        UUID placementId,
        UUID personId,
        String facilityId,
        Basis basis,
        @Nullable GroundCode ground,
        boolean withLegalReference,
        @Nullable UUID accompanies,
        boolean withConsent,
        Instant custodySince,
        @Nullable Instant reviewDue,
        Status status,
        Instant since,
        List<String> questioned) {

    public Placement {
        questioned = List.copyOf(questioned);
    }

    public static Placement ordered(PlacementOrdered event, Instant at) {
        return new Placement(
                event.placementId(),
                event.personId(),
                event.facilityId(),
                event.basis(),
                event.ground() == null ? null : event.ground().code(),
                event.legalReference() != null,
                event.accompanies(),
                event.consent() != null,
                event.custodySince(),
                event.reviewDue(),
                Status.ORDERED,
                at,
                List.of());
    }

    public Placement become(Status next, Recorded<?> because) {
        return with(next, because.envelope().time(), next.isOpen() ? questioned : List.of());
    }

    public Placement question(List<String> rules) {
        return with(
                status,
                since,
                Stream.concat(questioned.stream(), rules.stream()).distinct().sorted().toList());
    }

    private Placement with(Status next, Instant at, List<String> open) {
        return new Placement(
                placementId,
                personId,
                facilityId,
                basis,
                ground,
                withLegalReference,
                accompanies,
                withConsent,
                custodySince,
                reviewDue,
                next,
                at,
                open);
    }

    /** Where a placement stands. */
    public enum Status {
        ORDERED,
        PLACED,
        CANCELLED,
        ENDED;

        /** An open placement takes up a place, and is the person's only one (rules P1, P2). */
        public boolean isOpen() {
            return this == ORDERED || this == PLACED;
        }
    }
}

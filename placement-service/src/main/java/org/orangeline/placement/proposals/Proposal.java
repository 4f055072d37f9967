package org.orangeline.placement.proposals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.placement.duties.Started;

/**
 * What is proposed for a person now.
 *
 * @param proposed the event, and when
 */
public record Proposal(
        UUID proposalId,
        UUID personId,
        PlacementProposed.Action action,
        @Nullable FacilityKind facilityKind,
        @Nullable String facilityId,
        @Nullable Basis basis,
        @Nullable UUID accompanies,
        List<String> because,
        Started proposed) {

    public Instant proposedAt() {
        return proposed.at();
    }

    public static Proposal of(PlacementProposed event, Started proposed) {
        return new Proposal(
                event.proposalId(),
                event.personId(),
                event.action(),
                event.facilityKind(),
                event.facilityId(),
                event.basis(),
                event.accompanies(),
                event.because(),
                proposed);
    }
}

package org.orangeline.events.placement;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;

/**
 * The software proposes; a human decides. A later proposal for the same person takes its place.
 *
 * @param action place the person, let the person go, or bring the person to another place
 * @param facilityKind where to; null for a release
 * @param facilityId one with a free place when it was proposed; null when there was none
 * @param basis on what basis; null for a release
 * @param accompanies the relative beside whom a child is proposed
 * @param because ids of the rules that it follows from
 */
public record PlacementProposed(
        UUID personId,
        UUID proposalId,
        Action action,
        @Nullable FacilityKind facilityKind,
        @Nullable String facilityId,
        @Nullable Basis basis,
        @Nullable UUID accompanies,
        List<String> because)
        implements PersonPlacementEvent {

    public PlacementProposed {
        because = List.copyOf(because);
    }

    /** What is proposed. */
    public enum Action {
        PLACE,
        RELEASE,
        TRANSFER
    }
}

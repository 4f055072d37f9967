package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Recorded;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.runtime.Outcome;

/**
 * What a call on a placement recorded.
 *
 * @param event its name
 * @param questioned rules that the placement breaks (rule P14)
 * @param withdrawalId what a second human confirms, of a withdrawal that was asked for; else
 *     missing
 */
@Schema(name = "PlacementChanged")
public record Changed(
        UUID placementId,
        UUID personId,
        String event,
        List<String> questioned,
        Instant recordedAt,
        @Nullable UUID withdrawalId) {

    static Changed of(UUID placementId, Outcome.Done done) {
        Recorded<PersonPlacementEvent> first = done.first(PersonPlacementEvent.class);
        List<String> questioned =
                done.events().stream()
                        .map(Recorded::event)
                        .filter(PlacementQuestioned.class::isInstance)
                        .map(PlacementQuestioned.class::cast)
                        .filter(event -> event.placementId().equals(placementId))
                        .flatMap(event -> event.rules().stream())
                        .toList();
        return new Changed(
                placementId,
                first.event().personId(),
                first.event().getClass().getSimpleName(),
                questioned,
                first.envelope().time(),
                first.event() instanceof WithdrawalRequested asked ? asked.withdrawalId() : null);
    }
}

package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FactWithdrawn;

/**
 * A birth in custody, as placement-service recorded it.
 *
 * @param event {@code ce_id} of the event, the cause of the registration
 * @param withdrawn that the birth was none, or null (rule P18)
 */
public record Birth(
        UUID childId,
        UUID motherId,
        String facilityId,
        Instant bornAt,
        Sex sex,
        String event,
        @Nullable Withdrawn withdrawn) {

    /**
     * Two humans took it back.
     *
     * @param event {@code ce_id} of the event, the cause of the registration's end
     * @param withdrawalId the request
     */
    public record Withdrawn(String event, UUID withdrawalId, String requestedBy) {}

    Birth withdrawn(FactWithdrawn fact, String id) {
        return new Birth(
                childId,
                motherId,
                facilityId,
                bornAt,
                sex,
                event,
                new Withdrawn(id, fact.withdrawalId(), fact.requestedBy()));
    }
}

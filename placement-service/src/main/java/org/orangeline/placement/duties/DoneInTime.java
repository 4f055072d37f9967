package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.placement.DutyNotOverdue;

/**
 * A duty that was reported as overdue, was done in time and was recorded late.
 *
 * @param placementId null for a person who waited in a line
 * @param facilityId null for a person who waited in a line
 * @param due until when it was to be done
 * @param doneAt when it was done, as told
 * @param recordedAt when that was recorded
 */
public record DoneInTime(
        DutyKind kind,
        String rule,
        UUID personId,
        @Nullable UUID placementId,
        @Nullable String facilityId,
        Instant due,
        Instant doneAt,
        Instant recordedAt) {

    static DoneInTime of(DutyNotOverdue event, Instant recordedAt) {
        return new DoneInTime(
                event.kind(),
                event.rule(),
                event.personId(),
                event.placementId(),
                event.facilityId(),
                event.due(),
                event.doneAt(),
                recordedAt);
    }
}

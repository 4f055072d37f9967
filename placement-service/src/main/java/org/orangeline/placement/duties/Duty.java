package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.DutyKind;

/**
 * Something that the legal profile asks for and that is not done.
 *
 * @param rule the rule that asks for it
 * @param startedBy id of the event that started it
 * @param due until when
 * @param reported whether {@code DutyOverdue} was recorded
 */
public record Duty(
        DutyKind kind,
        String rule,
        UUID placementId,
        UUID personId,
        String facilityId,
        String startedBy,
        Instant due,
        boolean reported) {

    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }
}

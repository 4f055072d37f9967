package org.orangeline.placement.duties;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;

/**
 * Something that the legal profile asks for and that is not done.
 *
 * @param rule the rule that asks for it
 * @param placementId null for a person who waits in a line
 * @param facilityId null for a person who waits in a line
 * @param startedBy id of the event that started it
 * @param due until when
 * @param reported whether {@code DutyOverdue} was recorded
 */
public record Duty(
        DutyKind kind,
        String rule,
        @Nullable UUID placementId,
        UUID personId,
        @Nullable String facilityId,
        String startedBy,
        Instant due,
        boolean reported) {

    static final Comparator<Duty> EARLIEST_FIRST =
            Comparator.comparing(Duty::due)
                    .thenComparing(Duty::kind)
                    .thenComparing(Duty::startedBy);

    /** The placement that it is about, or the person. */
    public UUID about() {
        return placementId == null ? personId : placementId;
    }

    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }
}

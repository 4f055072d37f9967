package org.orangeline.placement.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;
import org.orangeline.events.placement.AbsenceStarted;

/**
 * A person is away for a time; the place is kept.
 *
 * @param startedBy id of the event that began it
 * @param destination code of where to; null when nobody said
 * @param escort code of who goes along; null when nobody said
 */
public record Absence(
        UUID absenceId,
        AbsenceReason why,
        Instant since,
        @Nullable Instant expectedBack,
        String startedBy,
        @Nullable String destination,
        @Nullable String escort) {

    /** Whether a child needs somebody else's care meanwhile (rule P15). */
    public boolean isLong() {
        return AbsenceStarted.isLong(since, expectedBack);
    }
}

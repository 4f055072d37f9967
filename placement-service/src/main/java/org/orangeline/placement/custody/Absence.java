package org.orangeline.placement.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;

/**
 * A person is away for a time; the place is kept.
 *
 * @param startedBy id of the event that began it
 */
public record Absence(
        UUID absenceId,
        AbsenceReason why,
        Instant since,
        @Nullable Instant expectedBack,
        String startedBy) {}

package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DutyKind;

/**
 * A duty that was reported as overdue was not: what did or ended it happened in time, and was
 * recorded later, by a tablet that was offline perhaps.
 *
 * @param placementId null for a person who waits in a line
 * @param facilityId null for a person who waits in a line
 * @param kind what was to be done
 * @param rule the rule that asks for it
 * @param startedBy id of the event that started the duty
 * @param due until when
 * @param doneAt when it was done, or ended, as told
 */
public record DutyNotOverdue(
        UUID personId,
        @Nullable UUID placementId,
        @Nullable String facilityId,
        DutyKind kind,
        String rule,
        String startedBy,
        Instant due,
        Instant doneAt)
        implements PersonPlacementEvent {}

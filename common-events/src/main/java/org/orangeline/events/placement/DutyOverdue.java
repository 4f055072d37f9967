package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.DutyKind;

/**
 * What the legal profile asks for was not done in time. Reported once.
 *
 * @param kind what was to be done
 * @param rule the rule that asks for it
 * @param startedBy id of the event that started the duty
 * @param due until when
 */
public record DutyOverdue(
        UUID personId,
        UUID placementId,
        String facilityId,
        DutyKind kind,
        String rule,
        String startedBy,
        Instant due)
        implements PersonPlacementEvent {}

package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.DutyKind;

/**
 * What the legal profile asks for about a person who waits under guard in a line was not done in
 * time. Reported once.
 *
 * @param kind what was to be done
 * @param rule the rule that asks for it
 * @param startedBy id of the event that started the duty: the arrival or the return
 * @param due until when
 */
public record LineDutyOverdue(
        UUID personId, DutyKind kind, String rule, String startedBy, Instant due)
        implements PersonPlacementEvent {}

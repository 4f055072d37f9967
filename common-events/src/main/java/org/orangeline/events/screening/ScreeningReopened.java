package org.orangeline.events.screening;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A concluded screening was opened again: its finding carries no new placement, and what was placed
 * on it is questioned (rule P14).
 *
 * @param recommendationId of the conclusion that is in question
 * @param reason why, sealed on the wire
 */
public record ScreeningReopened(UUID personId, UUID recommendationId, Confidential<String> reason)
        implements PersonScreeningEvent {}

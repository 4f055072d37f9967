package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Risk;

/**
 * Somebody assessed whether a person would be in danger with another authority (rule P9).
 *
 * @param assessmentId what a hand-over refers to
 * @param receiver code of the authority
 * @param risk the outcome
 * @param state the state that the receiver belongs to, ISO 3166-1 alpha-3; a risk holds for all its
 *     receivers. Null in events of before receivers were registered
 * @param heardAt when the person was heard about it; null when nobody heard the person
 * @param said what the person said, sealed on the wire
 */
public record NonRefoulementAssessed(
        UUID personId,
        UUID assessmentId,
        String receiver,
        Risk risk,
        Confidential<String> reason,
        @Nullable String state,
        @Nullable Instant heardAt,
        @Nullable Confidential<String> said)
        implements PersonPlacementEvent {}

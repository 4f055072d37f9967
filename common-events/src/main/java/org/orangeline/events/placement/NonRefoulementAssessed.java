package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Risk;

/**
 * Somebody assessed whether a person would be in danger with another authority (rule P9).
 *
 * @param assessmentId what a hand-over refers to
 * @param receiver code of the authority, or ISO 3166-1 alpha-3 of the state
 * @param risk the outcome
 */
public record NonRefoulementAssessed(
        UUID personId, UUID assessmentId, String receiver, Risk risk, Confidential<String> reason)
        implements PersonPlacementEvent {}

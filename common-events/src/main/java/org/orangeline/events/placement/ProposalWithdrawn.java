package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.model.WithdrawalCause;

/**
 * What the software proposed for a person no longer follows from the facts.
 *
 * @param cause what has changed
 */
public record ProposalWithdrawn(UUID personId, UUID proposalId, WithdrawalCause cause)
        implements PersonPlacementEvent {}

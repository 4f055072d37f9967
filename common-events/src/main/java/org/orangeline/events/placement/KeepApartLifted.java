package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Two persons need not be kept apart any longer (rule P8).
 *
 * @param otherId the other person
 */
public record KeepApartLifted(UUID personId, UUID otherId, Confidential<String> reason)
        implements PersonPlacementEvent {}

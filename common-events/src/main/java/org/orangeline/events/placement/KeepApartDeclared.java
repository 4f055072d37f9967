package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Two persons are to be kept apart (rule P8).
 *
 * @param otherId the other person; it holds both ways
 */
public record KeepApartDeclared(UUID personId, UUID otherId, Confidential<String> reason)
        implements PersonPlacementEvent {}

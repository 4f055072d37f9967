package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Basis;

/**
 * A recorded fact was not so: two humans take it back, and everything is as if it had not been
 * recorded. Both stay in the log, and readers who were told of the fact hear of this (rule P18).
 *
 * @param withdrawalId the request
 * @param factId id of the event that recorded the fact
 * @param fact the event's name
 * @param standing where the person is by the register now
 * @param basis on what basis; null for who is outside
 * @param requestedBy who asked for it
 */
public record FactWithdrawn(
        UUID personId,
        UUID placementId,
        String facilityId,
        UUID withdrawalId,
        String factId,
        String fact,
        Standing standing,
        @Nullable Basis basis,
        String requestedBy)
        implements PersonPlacementEvent {

    /**
     * Whether who was said to have died in that stay lives, and has been elsewhere since: the stay
     * has ended all the same, and where the person is stays as it is.
     */
    public boolean aliveElsewhere() {
        return standing == Standing.OUTSIDE && fact.equals(DiedInCustody.class.getSimpleName());
    }

    /** Where somebody is by the register. */
    public enum Standing {
        /** Is to come to the facility. */
        ORDERED,
        /** Is in the facility. */
        INSIDE,
        /** Has no place there. */
        OUTSIDE
    }
}

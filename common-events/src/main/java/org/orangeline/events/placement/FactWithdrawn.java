package org.orangeline.events.placement;

import java.util.Set;
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
 * @param goesOnIn the placement in which the custody goes on; null when the person is held in none,
 *     and in events of earlier versions
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
        String requestedBy,
        @Nullable UUID goesOnIn)
        implements PersonPlacementEvent {

    /** How a stay ends. */
    private static final Set<String> ENDS =
            Set.of("DiedInCustody", "Escaped", "HandedOver", "ReleasedFromDetention");

    /** One after which the custody goes on nowhere else. */
    public FactWithdrawn(
            UUID personId,
            UUID placementId,
            String facilityId,
            UUID withdrawalId,
            String factId,
            String fact,
            Standing standing,
            @Nullable Basis basis,
            String requestedBy) {
        this(
                personId,
                placementId,
                facilityId,
                withdrawalId,
                factId,
                fact,
                standing,
                basis,
                requestedBy,
                null);
    }

    /** Whether a fact of that name ends a stay. */
    public static boolean isEnd(String fact) {
        return ENDS.contains(fact);
    }

    /**
     * Whether the recorded end was wrong, but the person is in another place since: the stay has
     * ended all the same, and where the person is stays as it is.
     */
    public boolean goesOnElsewhere() {
        return standing == Standing.OUTSIDE && isEnd(fact);
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

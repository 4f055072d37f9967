package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Risk;

/**
 * What protects people from one another, from being split, and from a receiver (rules P6, P8, P9).
 */
public sealed interface SafeguardCommand extends PlacementCommand {

    UUID personId();

    @Override
    default Set<String> subjects() {
        return Set.of(personId().toString());
    }

    /** The first signature for breaking P6 or P8; gives {@code OverrideRequested}. */
    record RequestOverride(
            String operation, UUID personId, String facilityId, String rule, FreeText reason)
            implements SafeguardCommand {}

    /** The second signature; gives {@code OverrideSigned}. */
    record SignOverride(String operation, UUID overrideId, UUID personId)
            implements SafeguardCommand {}

    /**
     * Takes an override back that was not used; gives {@code OverrideRevoked}.
     *
     * @param asPlacementOfficer whether the caller is one, who need not have signed
     */
    record RevokeOverride(
            String operation,
            UUID overrideId,
            UUID personId,
            boolean asPlacementOfficer,
            FreeText reason)
            implements SafeguardCommand {}

    /** Two persons are to be kept apart; gives {@code KeepApartDeclared}. */
    record KeepApart(String operation, UUID personId, UUID otherId, FreeText reason)
            implements SafeguardCommand {

        @Override
        public Set<String> subjects() {
            return Set.copyOf(List.of(personId.toString(), otherId.toString()));
        }
    }

    /** They need not be any longer; gives {@code KeepApartLifted}. */
    record LiftKeepApart(String operation, UUID personId, UUID otherId, FreeText reason)
            implements SafeguardCommand {

        @Override
        public Set<String> subjects() {
            return Set.copyOf(List.of(personId.toString(), otherId.toString()));
        }
    }

    /**
     * Would the person be in danger with a receiver; gives {@code NonRefoulementAssessed}.
     *
     * @param heardAt when the person was heard; null when nobody heard the person
     * @param said what the person said
     */
    record AssessReceiver(
            String operation,
            UUID personId,
            String receiver,
            Risk risk,
            FreeText reason,
            @Nullable Instant heardAt,
            @Nullable FreeText said)
            implements SafeguardCommand {}
}

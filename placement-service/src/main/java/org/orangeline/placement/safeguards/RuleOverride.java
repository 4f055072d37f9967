package org.orangeline.placement.safeguards;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a rule may be broken for a person and a place; it counts when a second person has signed
 * (rules P6, P8), for the one decision that brings the person there.
 *
 * <pre>
 * REQUESTED --second signature--> SIGNED --order, transfer, departure--> USED --the stay ends--> SPENT
 *     +---------revocation----------+--> REVOKED
 * </pre>
 *
 * @param requestedBy who signed first
 * @param signedBy who signed second, or null
 * @param usedBy the placement that it allowed, or null
 */
public record RuleOverride(
        UUID overrideId,
        UUID personId,
        String facilityId,
        String rule,
        String requestedBy,
        @Nullable String signedBy,
        Status status,
        @Nullable UUID usedBy) {

    static RuleOverride requested(
            UUID overrideId, UUID personId, String facilityId, String rule, String by) {
        return new RuleOverride(
                overrideId, personId, facilityId, rule, by, null, Status.REQUESTED, null);
    }

    RuleOverride countersigned(String by) {
        return become(Status.SIGNED, by, null);
    }

    RuleOverride used(UUID placementId) {
        return become(Status.USED, signedBy, placementId);
    }

    RuleOverride spent() {
        return become(Status.SPENT, signedBy, usedBy);
    }

    RuleOverride revoked() {
        return become(Status.REVOKED, signedBy, usedBy);
    }

    boolean isFor(String facility, String broken) {
        return facilityId.equals(facility) && rule.equals(broken);
    }

    private RuleOverride become(Status next, @Nullable String signer, @Nullable UUID placementId) {
        return new RuleOverride(
                overrideId, personId, facilityId, rule, requestedBy, signer, next, placementId);
    }

    /** What has become of it. */
    public enum Status {
        REQUESTED,
        SIGNED,
        USED,
        SPENT,
        REVOKED
    }
}

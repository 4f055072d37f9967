package org.orangeline.placement.safeguards;

import java.util.UUID;

/**
 * That a rule may be broken for a person and a place; it counts when a second person has signed
 * (rules P6, P8).
 *
 * @param requestedBy who signed first
 */
public record RuleOverride(
        UUID overrideId,
        UUID personId,
        String facilityId,
        String rule,
        String requestedBy,
        boolean signed) {

    RuleOverride countersigned() {
        return new RuleOverride(overrideId, personId, facilityId, rule, requestedBy, true);
    }
}

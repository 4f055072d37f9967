package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person of the simulated exodus.
 *
 * @param id made on the tablet
 * @param nation the nationality that is claimed
 * @param female sex
 * @param minAge lowest plausible age
 * @param maxAge highest plausible age
 * @param role role in the family; null when alone
 * @param needs coded needs
 * @param arrival the body of the registration
 */
record Refugee(
        String id,
        Nation nation,
        boolean female,
        int minAge,
        int maxAge,
        @Nullable String role,
        List<String> needs,
        ObjectNode arrival) {
    private static final int ADULT_AT = 18;

    /** Surely 18 or older. */
    boolean adult() {
        return minAge >= ADULT_AT;
    }

    /** Surely under 18; whose age is in doubt is neither this nor an adult. */
    boolean child() {
        return maxAge < ADULT_AT;
    }

    /** Rule S4: must be cleared before questioning. */
    boolean urgent() {
        return needs.contains("MEDICAL_URGENT");
    }
}

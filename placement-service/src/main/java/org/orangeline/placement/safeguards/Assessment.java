package org.orangeline.placement.safeguards;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.Risk;
import org.orangeline.runtime.Actor;

/**
 * A non-refoulement assessment of a person for a state that counts (rule P9): the last that found
 * no substantial risk, and every risk that no other human has found to be none since.
 *
 * @param heard whether the person was heard
 * @param at when it was recorded
 * @param by who recorded it
 */
public record Assessment(UUID assessmentId, Risk risk, boolean heard, Instant at, String by) {

    public boolean foundRisk() {
        return risk != Risk.NO_SUBSTANTIAL_RISK;
    }

    /** Whether the later one takes this one's place; who found a risk cannot take it back alone. */
    boolean isReplacedBy(Assessment later) {
        if (!foundRisk()) {
            return true;
        }
        return later.foundRisk() ? by.equals(later.by()) : !Actor.mayBeOne(by, later.by());
    }
}

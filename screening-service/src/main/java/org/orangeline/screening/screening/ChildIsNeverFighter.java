package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.screening.Policy;

/**
 * S5 (Paris Principles): a child with an armed group is first of all a victim, and so is who was
 * one at the time of the act. An adult's own act, told with its time, is another ground.
 */
public final class ChildIsNeverFighter implements Policy<Case> {

    @Override
    public String rule() {
        return "S5";
    }

    @Override
    public Optional<String> objection(Case one) {
        if (one.finding() != Finding.FIGHTER) {
            return Optional.empty();
        }
        if (one.childOrInDoubt()) {
            return Optional.of(
                    "A child, or a person whose age is in doubt, is never found FIGHTER;"
                            + " CHILD_ASSOCIATED leads to protection.");
        }
        return one.childAtAct() && !one.adultAtAct()
                ? Optional.of(
                        "Who was a child at the time of the act, or may have been one, is never found"
                                + " FIGHTER for it; CHILD_ASSOCIATED leads to protection. An age that"
                                + " was corrected upwards counts when two humans have assessed it.")
                : Optional.empty();
    }
}

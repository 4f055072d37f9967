package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.screening.Policy;

/** S5 (Paris Principles): a child with an armed group is first of all a victim. */
public final class ChildIsNeverFighter implements Policy<Case> {

    @Override
    public String rule() {
        return "S5";
    }

    @Override
    public Optional<String> objection(Case one) {
        return one.finding() == Finding.FIGHTER && one.childOrInDoubt()
                ? Optional.of(
                        "A child, or a person whose age is in doubt, is never found FIGHTER;"
                                + " CHILD_ASSOCIATED leads to protection.")
                : Optional.empty();
    }
}

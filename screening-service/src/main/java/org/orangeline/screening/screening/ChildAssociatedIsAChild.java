package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.screening.Policy;

/** S5: CHILD_ASSOCIATED is for who is a child or in doubt, or was at the time of the act. */
public final class ChildAssociatedIsAChild implements Policy<Case> {

    @Override
    public String rule() {
        return "S5";
    }

    @Override
    public Optional<String> objection(Case one) {
        return one.finding() == Finding.CHILD_ASSOCIATED
                        && !one.childOrInDoubt()
                        && !one.childAtAct()
                ? Optional.of(
                        "CHILD_ASSOCIATED is for a child or a person whose age is in doubt; this"
                                + " person is registered as an adult, and no ground says that it was"
                                + " a child at the time of the act.")
                : Optional.empty();
    }
}

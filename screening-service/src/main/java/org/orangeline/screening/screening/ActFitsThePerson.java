package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S5: what a ground says of the time of an act decides whether a child did it, so it has to be
 * possible. An act that is still to come, or at an age that the person has not reached, makes
 * nobody an adult, and one before the birth makes nobody a child.
 */
public final class ActFitsThePerson implements Policy<Case> {

    @Override
    public String rule() {
        return "S5";
    }

    @Override
    public Optional<String> objection(Case one) {
        if (one.actToCome()) {
            return Optional.of("actOn: an act cannot be in the future. Correct the ground.");
        }
        return one.actMisfits()
                ? Optional.of(
                        "actOn, ageAtAct: by no registration was the person born, or of that age,"
                                + " at the time of the act. Correct the ground; if the person's"
                                + " age is wrong, two humans assess it.")
                : Optional.empty();
    }
}

package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.screening.Policy;

/** L2: children, and persons whose age is in doubt, are never in a men's line. */
public final class NoChildAmongMen implements Policy<Move> {

    @Override
    public String rule() {
        return "L2";
    }

    @Override
    public Optional<String> objection(Move move) {
        return move.childOrInDoubt() && move.to().kind() == GroupKind.MEN
                ? Optional.of(
                        "Children and persons whose age is in doubt wait with the women and"
                                + " children, or at the officer's table.")
                : Optional.empty();
    }
}

package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.screening.Policy;

/** L3: nobody is moved without a reason that stays in the history. */
public final class ReassignmentHasAReason implements Policy<Move> {

    @Override
    public String rule() {
        return "L3";
    }

    @Override
    public Optional<String> objection(Move move) {
        return move.hasReason()
                ? Optional.empty()
                : Optional.of("A reassignment needs a reason in words.");
    }
}

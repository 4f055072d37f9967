package org.orangeline.screening;

import java.util.Optional;
import org.orangeline.runtime.Actor;

/** S6: the software proposes, a named human decides; a machine's token is refused. */
public final class HumansDecide implements Policy<Actor> {

    @Override
    public String rule() {
        return "S6";
    }

    @Override
    public Optional<String> objection(Actor actor) {
        return actor.isHuman()
                ? Optional.empty()
                : Optional.of("A named human decides this; a machine's token is not enough.");
    }
}

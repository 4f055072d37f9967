package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.screening.Policy;

/** L4: nobody waits in a line for longer than the legal profile allows. */
public final class NobodyWaitsTooLong implements Policy<Wait> {

    @Override
    public String rule() {
        return "L4";
    }

    @Override
    public Optional<String> objection(Wait wait) {
        return wait.now().isBefore(wait.due())
                ? Optional.empty()
                : Optional.of("The wait is beyond the limit; an admission or a release ends it.");
    }
}

package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S1: a screening of one's own asks the person. Each required question of the version that was
 * opened is answered, or it is recorded that the person declined or was unable to answer.
 */
public final class RequiredQuestionsAnswered implements Policy<Questioned> {

    @Override
    public String rule() {
        return "S1";
    }

    @Override
    public Optional<String> objection(Questioned questioned) {
        return questioned.missing().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Record an answer, or why there is none (declined, unable), to each"
                                + " required question; missing: "
                                + String.join(", ", questioned.missing())
                                + ".");
    }
}

package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import org.orangeline.runtime.Actor;

/**
 * What the rules of a conclusion look at.
 *
 * @param recommendation the person's own open one
 * @param others what stands open on other registrations of the person
 * @param by who concludes or returns it
 */
public record Verdict(
        Optional<Recommendation> recommendation, List<Recommendation> others, Actor by) {

    public Verdict {
        others = List.copyOf(others);
    }
}

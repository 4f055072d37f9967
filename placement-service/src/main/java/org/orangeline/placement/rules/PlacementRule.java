package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.runtime.Violation;

/** One rule. */
@FunctionalInterface
public interface PlacementRule {

    /** The violation, or empty when the rule is kept or has nothing to say. */
    Optional<Violation> check(PlacementCase placement);

    /** What a rule says when {@code kept} is false. */
    static Optional<Violation> require(boolean kept, String rule, String satisfiedBy) {
        return kept ? Optional.empty() : Optional.of(new Violation(rule, satisfiedBy));
    }
}

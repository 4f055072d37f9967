package org.orangeline.screening;

import java.util.List;
import java.util.Optional;
import org.orangeline.runtime.Violation;

/**
 * A rule of the domain as a pure function. {@link Policies} lists them all.
 *
 * @param <T> what it looks at
 */
public interface Policy<T> {

    /** The rule's id, for example {@code S2}. */
    String rule();

    /** What would satisfy the rule, when it is broken; never personal data. */
    Optional<String> objection(T about);

    /** Every rule that is broken, in the order of the list. */
    static <T> List<Violation> violations(List<? extends Policy<? super T>> policies, T about) {
        return policies.stream()
                .flatMap(policy ->
                        policy
                                .objection(about)
                                .map(detail -> new Violation(policy.rule(), detail))
                                .stream())
                .toList();
    }
}

package org.orangeline.screening.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.FindingDoubts;

/**
 * Somebody whose finding stands although a later fact says otherwise.
 *
 * @param broken the rules that the finding would break now
 */
public record FindingInDoubt(KnownPerson person, Conclusion conclusion, List<Violation> broken) {

    private static final Comparator<FindingInDoubt> ORDER =
            Comparator.<FindingInDoubt, Instant>comparing(one -> one.conclusion.at())
                    .thenComparing(one -> one.person.registrationNumber());

    /** The oldest finding first. */
    public static List<FindingInDoubt> of(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        return own.operation(operation).screenings().entrySet().stream()
                .filter(one -> one.getValue().conclusion() != null)
                .filter(one -> known.isReachable(operation, open.merges().inUse(one.getKey())))
                .flatMap(one -> Stream.ofNullable(open.persons().get(one.getKey())))
                .flatMap(person -> of(operation, person, own, open))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<FindingInDoubt> of(
            String operation, KnownPerson person, ScreeningState own, KnownOperation open) {
        List<Violation> broken = FindingDoubts.of(operation, person, own, open);
        return broken.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new FindingInDoubt(
                                person,
                                Objects.requireNonNull(
                                        own.screening(operation, person.personId()).conclusion()),
                                broken));
    }
}

package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.runtime.Violation;
import org.orangeline.screening.Policies;
import org.orangeline.screening.Policy;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What a later fact says against a finding that stands: a corrected age, a merge, or a merge that
 * was taken back. Nothing ends the finding but a human who reopens the screening (S6).
 */
public final class FindingDoubts {

    private FindingDoubts() {}

    /** The rules that the finding would break now (S4, S5); none while it is reopened. */
    public static List<Violation> of(
            String operation, KnownPerson person, ScreeningState own, KnownOperation known) {
        Optional<Conclusion> standing =
                Optional.ofNullable(own.screening(operation, person.personId()).conclusion())
                        .filter(last -> !last.reopened());
        return standing.stream()
                .flatMap(finding ->
                        Stream.concat(
                                Policy.violations(
                                        Policies.STANDING,
                                        finding.asOfTheRecommendation(known.whole(person)))
                                        .stream(),
                                uncleared(operation, person, finding, own, known)))
                .toList();
    }

    private static Stream<Violation> uncleared(
            String operation,
            KnownPerson person,
            Conclusion finding,
            ScreeningState own,
            KnownOperation known) {
        boolean needed =
                Interview.of(operation, person, own, known, finding.recommendedAt())
                        .neededClearance();
        return needed
                ? Stream.of(
                        new Violation(
                                MedicalNeedIsCleared.RULE,
                                "The person urgently needed medical care when the finding was"
                                        + " recommended, and no clearance of the person's own"
                                        + " covers that need."))
                : Stream.empty();
    }
}

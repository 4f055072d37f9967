package org.orangeline.screening.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;
import org.orangeline.screening.lines.Place;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.ScreeningAgainDecider;

/**
 * Somebody who was found UNDETERMINED and has to be screened again.
 *
 * @param place null for somebody who waits in no line
 * @param due the limit of the legal profile
 */
public record ToScreenAgain(
        KnownPerson person, @Nullable Place place, Conclusion conclusion, Instant due) {

    private static final Comparator<ToScreenAgain> ORDER =
            Comparator.comparing(ToScreenAgain::due)
                    .thenComparing(one -> one.person.registrationNumber());

    /** The one who is due first, first. */
    public static List<ToScreenAgain> of(String operation, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        return open.persons().values().stream()
                .flatMap(person -> of(operation, person, open, own, known))
                .sorted(ORDER)
                .toList();
    }

    private static Stream<ToScreenAgain> of(
            String operation,
            KnownPerson person,
            KnownOperation open,
            ScreeningState own,
            Knowledge known) {
        return ScreeningAgainDecider.waiting(operation, person.personId(), own, known).stream()
                .map(conclusion ->
                        new ToScreenAgain(
                                person,
                                own.place(operation, person.personId()).orElse(null),
                                conclusion,
                                conclusion.at().plus(open.screenAgainWithin(conclusion.at()))));
    }
}

package org.orangeline.screening.lines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * A correction, a family link, or a mother who came later: when the rules would now say another
 * line (L1, L2), the line officer is told.
 */
public final class WhenFactsChangedThenSuggestLine {

    private static final String NAME = WhenFactsChangedThenSuggestLine.class.getSimpleName();

    private WhenFactsChangedThenSuggestLine() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(subject.operation());
        if (open == null) {
            return List.of();
        }
        return Stream.concat(
                        Stream.of(subject.subject()), open.concernedBy(subject.subject()).stream())
                .map(open.persons()::get)
                .flatMap(person ->
                        person == null
                                ? Stream.empty()
                                : reaction(subject.operation(), person, own, known).stream())
                .toList();
    }

    private static Optional<Reaction<ScreeningCommand>> reaction(
            String operation, KnownPerson person, ScreeningState own, Knowledge known) {
        return SuggestionDecider.due(operation, person, own, known)
                .map(due ->
                        new Reaction<>(
                                NAME, new SuggestLine(operation, person.personId()), due.cause()));
    }
}

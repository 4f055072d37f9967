package org.orangeline.screening.lines;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.SuggestLine;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Kin;
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
        Kin kin = open.kin();
        return Stream.concat(
                        Stream.of(subject.subject()), kin.concernedBy(subject.subject()).stream())
                .map(open.persons()::get)
                .flatMap(person ->
                        person == null
                                ? Stream.empty()
                                : reaction(subject.operation(), person, own, known, kin).stream())
                .toList();
    }

    private static Optional<Reaction<ScreeningCommand>> reaction(
            String operation, KnownPerson person, ScreeningState own, Knowledge known, Kin kin) {
        return SuggestionDecider.due(operation, person, own, known, kin)
                .map(due ->
                        new Reaction<>(
                                NAME, new SuggestLine(operation, person.personId()), due.cause()));
    }
}

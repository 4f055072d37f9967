package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReportScreeningAgain;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** S1: who was found UNDETERMINED and is not screened again in time, once for each conclusion. */
public final class WhenUndeterminedTooLongThenReport {

    private static final String NAME = WhenUndeterminedTooLongThenReport.class.getSimpleName();

    private WhenUndeterminedTooLongThenReport() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        String operation = subject.operation();
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        // The end of a merge begins it anew for a registration that is not the event's subject.
        return open.touched(subject.subject())
                .flatMap(person -> again(operation, person.personId(), own, known, open).stream())
                .toList();
    }

    /** Everybody who has to be screened again. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().keySet().stream()
                .flatMap(op ->
                        own.operation(op).screenings().entrySet().stream()
                                .filter(one -> one.getValue().undetermined().isPresent())
                                .map(one -> new SubjectRef(op, one.getKey())));
    }

    private static Optional<Reaction<ScreeningCommand>> again(
            String operation,
            UUID personId,
            ScreeningState own,
            Knowledge known,
            KnownOperation open) {
        return ScreeningAgainDecider.unreported(operation, personId, own, known)
                .map(conclusion ->
                        new Reaction<>(
                                NAME,
                                new ReportScreeningAgain(operation, personId),
                                conclusion.eventId(),
                                conclusion.at().plus(open.screenAgainWithin(conclusion.at()))));
    }
}

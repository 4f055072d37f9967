package org.orangeline.screening.lines;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/** L4: a wait that reaches the limit is reported, once for the event that began it. */
public final class WhenWaitingTooLongThenReport {

    private static final String NAME = WhenWaitingTooLongThenReport.class.getSimpleName();

    private WhenWaitingTooLongThenReport() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        String operation = subject.operation();
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        // A merge, and its end, change the wait of a registration that is not the event's subject.
        return open.touched(subject.subject())
                .flatMap(person -> wait(operation, person.personId(), own, known, open).stream())
                .toList();
    }

    /** Everybody who is in a line. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().keySet().stream()
                .flatMap(op ->
                        own.operation(op).places().keySet().stream()
                                .filter(id -> known.whereabouts(op, id).isEmpty())
                                .map(id -> new SubjectRef(op, id)));
    }

    private static Optional<Reaction<ScreeningCommand>> wait(
            String operation,
            UUID personId,
            ScreeningState own,
            Knowledge known,
            KnownOperation open) {
        return WaitDecider.unreported(operation, personId, own, known)
                .map(wait ->
                        new Reaction<>(
                                NAME,
                                new ReportOverdueWait(operation, personId),
                                wait.cause().toString(),
                                wait.since().plus(open.lineWaitLimit(wait.since()))));
    }
}

package org.orangeline.screening.lines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ReportOverdueWait;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** L4: a wait that reaches the limit is reported, once for the event that began it. */
public final class WhenWaitingTooLongThenReport {

    private static final String NAME = WhenWaitingTooLongThenReport.class.getSimpleName();

    /**
     * Everybody's wait is looked at together after the limit was changed, and no more often than
     * this: looking at all of them for each one that becomes due would be quadratic.
     */
    private static final Duration TOGETHER = Duration.ofMinutes(15);

    private WhenWaitingTooLongThenReport() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        String operation = subject.operation();
        KnownOperation open = known.operation(operation);
        if (open == null) {
            return List.of();
        }
        if (subject.subject().equals(operation)) {
            return open.profileChanged()
                    ? all(operation, open.persons().values().stream(), own, known, open)
                    : List.of();
        }
        return Stream.concat(
                        Stream.of(subject.subject()), open.concernedBy(subject.subject()).stream())
                .map(open.persons()::get)
                .flatMap(person ->
                        person == null
                                ? Stream.empty()
                                : wait(
                                        operation,
                                        person.personId(),
                                        own,
                                        known,
                                        open,
                                        UnaryOperator.identity())
                                        .stream())
                .toList();
    }

    /** Everybody who is in a line, and operations whose limits were changed. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().entrySet().stream()
                .flatMap(operation -> {
                    String op = operation.getKey();
                    return Stream.concat(
                            operation.getValue().profileChanged()
                                    ? Stream.of(new SubjectRef(op, op))
                                    : Stream.empty(),
                            own.operation(op).places().keySet().stream()
                                    .filter(id -> known.whereabouts(op, id).isEmpty())
                                    .map(id -> new SubjectRef(op, id)));
                });
    }

    private static List<Reaction<ScreeningCommand>> all(
            String operation,
            Stream<KnownPerson> persons,
            ScreeningState own,
            Knowledge known,
            KnownOperation open) {
        return persons.flatMap(person ->
                        wait(
                                operation,
                                person.personId(),
                                own,
                                known,
                                open,
                                WhenWaitingTooLongThenReport::roundedUp)
                                .stream())
                .toList();
    }

    private static Optional<Reaction<ScreeningCommand>> wait(
            String operation,
            UUID personId,
            ScreeningState own,
            Knowledge known,
            KnownOperation open,
            UnaryOperator<Instant> when) {
        Duration limit = open.legalProfile().lineWaitLimit();
        return WaitDecider.unreported(operation, personId, own, known)
                .map(place ->
                        new Reaction<>(
                                NAME,
                                new ReportOverdueWait(operation, personId),
                                place.waitEvent(),
                                when.apply(place.assignedAt().plus(limit))));
    }

    private static Instant roundedUp(Instant due) {
        long step = TOGETHER.toSeconds();
        return Instant.ofEpochSecond(Math.ceilDiv(due.getEpochSecond() + 1, step) * step);
    }
}

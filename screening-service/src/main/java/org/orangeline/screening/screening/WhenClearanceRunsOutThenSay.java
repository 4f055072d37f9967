package org.orangeline.screening.screening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.ExpireClearance;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;

/**
 * S4: the clearance of a person whose urgent need no clinician has ended runs out, once for each.
 */
public final class WhenClearanceRunsOutThenSay {

    private static final String NAME = WhenClearanceRunsOutThenSay.class.getSimpleName();

    private WhenClearanceRunsOutThenSay() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(subject.operation());
        if (open == null) {
            return List.of();
        }
        // A merge, and its end, change what is known of a registration that is not the subject.
        return open.touched(subject.subject())
                .flatMap(person ->
                        runsOut(subject.operation(), person.personId(), own, known, open).stream())
                .toList();
    }

    /** Everybody whose clearance has not been reported. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().keySet().stream()
                .flatMap(op ->
                        own.operation(op).clearances().entrySet().stream()
                                .filter(one ->
                                        one.getValue().stream()
                                                .anyMatch(given -> given.expiredAt() == null))
                                .map(one -> new SubjectRef(op, one.getKey())));
    }

    private static Optional<Reaction<ScreeningCommand>> runsOut(
            String operation,
            UUID personId,
            ScreeningState own,
            Knowledge known,
            KnownOperation open) {
        return ClearanceDecider.running(operation, personId, own, known)
                .map(clearance ->
                        new Reaction<>(
                                NAME,
                                new ExpireClearance(operation, personId),
                                clearance.eventId(),
                                open.clearedUntil(clearance.at())));
    }
}

package org.orangeline.screening.lines;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.screening.ScreeningCommand;
import org.orangeline.screening.ScreeningCommand.AssignGroup;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** L1: who arrived and has no line gets one. */
public final class WhenPersonArrivedThenAssignGroup {

    private static final String NAME = WhenPersonArrivedThenAssignGroup.class.getSimpleName();

    private WhenPersonArrivedThenAssignGroup() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        KnownOperation operation = known.operation(subject.operation());
        KnownPerson person = operation == null ? null : operation.persons().get(subject.subject());
        if (person == null || own.place(subject.operation(), person.personId()).isPresent()) {
            return List.of();
        }
        return List.of(
                new Reaction<>(
                        NAME,
                        new AssignGroup(subject.operation(), person.personId()),
                        person.arrival()));
    }

    /** Everybody who is in no line. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().entrySet().stream()
                .flatMap(operation -> {
                    var places = own.operation(operation.getKey()).places();
                    return operation.getValue().persons().keySet().stream()
                            .filter(id -> !places.containsKey(id))
                            .map(id -> new SubjectRef(operation.getKey(), id));
                });
    }
}

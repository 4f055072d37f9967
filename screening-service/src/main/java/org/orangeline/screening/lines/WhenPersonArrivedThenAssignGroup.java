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
        if (operation == null) {
            return List.of();
        }
        KnownPerson person = operation.persons().get(subject.subject());
        if (person == null || own.place(subject.operation(), person.personId()).isPresent()) {
            return List.of();
        }
        // Who cares for children first, so that a family that came in together stays together (L2).
        return Stream.concat(
                        operation.familyOf(person).stream()
                                .filter(ChildWaitsBesideWhoCaresForIt::isMotherOrGuardian)
                                .filter(carer ->
                                        own.place(subject.operation(), carer.personId()).isEmpty()),
                        Stream.of(person))
                .map(one ->
                        new Reaction<ScreeningCommand>(
                                NAME,
                                new AssignGroup(subject.operation(), one.personId()),
                                one.arrival()))
                .toList();
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

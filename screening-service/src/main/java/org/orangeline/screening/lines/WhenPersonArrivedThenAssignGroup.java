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

/** L1: who arrived, or came back, and has no line gets one. */
public final class WhenPersonArrivedThenAssignGroup {

    private static final String NAME = WhenPersonArrivedThenAssignGroup.class.getSimpleName();

    private WhenPersonArrivedThenAssignGroup() {}

    public static List<Reaction<ScreeningCommand>> react(
            SubjectRef subject, ScreeningState own, Knowledge known) {
        KnownOperation operation = known.operation(subject.operation());
        if (operation == null) {
            return List.of();
        }
        // Who cares for children first, so that a family that came in together stays together (L2).
        KnownPerson person = operation.persons().get(subject.subject());
        Stream<KnownPerson> carers =
                person == null || hasLine(subject.operation(), person, own)
                        ? Stream.empty()
                        : operation.carersOf(person).stream();
        // After the person whoever a merge kept from a line that was taken back since.
        return Stream.concat(carers, operation.touched(subject.subject()))
                .filter(one -> waitsForALine(subject.operation(), one, own, known))
                .distinct()
                .map(one ->
                        new Reaction<ScreeningCommand>(
                                NAME,
                                new AssignGroup(subject.operation(), one.personId()),
                                one.cameBy().toString()))
                .toList();
    }

    private static boolean waitsForALine(
            String operation, KnownPerson person, ScreeningState own, Knowledge known) {
        KnownOperation open = known.operation(operation);
        return open != null
                && person.bornIn() == null
                && person.departure() == null
                && !open.merges().isMerged(person.personId().toString())
                && !hasLine(operation, person, own);
    }

    private static boolean hasLine(String operation, KnownPerson person, ScreeningState own) {
        return own.place(operation, person.personId())
                .filter(place -> person.isAfterReturn(place.assignedAt()))
                .isPresent();
    }

    /** Everybody who is in no line, or came back. */
    public static Stream<SubjectRef> subjects(ScreeningState own, Knowledge known) {
        return known.operations().entrySet().stream()
                .flatMap(operation -> {
                    var places = own.operation(operation.getKey()).places();
                    return operation.getValue().persons().entrySet().stream()
                            .filter(person ->
                                    !places.containsKey(person.getKey())
                                            || person.getValue().returned() != null)
                            .map(person -> new SubjectRef(operation.getKey(), person.getKey()));
                });
    }
}

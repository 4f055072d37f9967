package org.orangeline.intake.families;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.intake.FamilyCommand.ReuniteChild;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** A child that was raised as alone has a parent or guardian again: it is said as well. */
public final class WhenChildIsNoLongerAloneThenSay {

    private static final String NAME = WhenChildIsNoLongerAloneThenSay.class.getSimpleName();

    private WhenChildIsNoLongerAloneThenSay() {}

    public static List<Reaction<IntakeCommand>> react(
            SubjectRef subject, IntakeState own, Custody known) {
        OperationState state = own.operation(subject.operation());
        Stays stays = known.staysOf(subject.operation());
        return state == null || !state.persons().containsKey(subject.subject())
                ? List.of()
                : ChildrenAlone.touchedBy(state, stays, subject.subject())
                        .flatMap(circle -> reunited(subject.operation(), state, circle))
                        .toList();
    }

    private static Stream<Reaction<IntakeCommand>> reunited(
            String operation, OperationState state, FamilyCircle circle) {
        return circle.members().stream()
                .filter(id -> ChildrenAlone.raised(state, id).isPresent())
                .filter(id -> circle.carer(id).isPresent())
                .map(state.persons()::get)
                .filter(child ->
                        Departures.gone(state, child) == null && !circle.isAway(child.id()))
                .map(child ->
                        new Reaction<IntakeCommand>(
                                NAME,
                                new ReuniteChild(operation, child.personId()),
                                ChildrenAlone.cause(
                                        child, state.families().alone().get(child.id()))));
    }
}

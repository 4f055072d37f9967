package org.orangeline.intake.families;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.FamilyCommand.FindChildAlone;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** A child, or who may be one, without parent or guardian is raised by itself. */
public final class WhenChildIsAloneThenRaise {

    /**
     * How long a new arrival waits for the rest of its family before it counts as alone. A person
     * takes an officer 20 seconds, and who comes in together is registered one after the other.
     */
    public static final Duration FAMILY_COMES_TOGETHER = Duration.ofSeconds(30);

    /** Within which time the rest of a family is registered: one of twenty takes seven minutes. */
    public static final Duration FAMILY_IS_REGISTERED = Duration.ofMinutes(10);

    private static final String NAME = WhenChildIsAloneThenRaise.class.getSimpleName();

    private WhenChildIsAloneThenRaise() {}

    public static List<Reaction<IntakeCommand>> react(
            SubjectRef subject, IntakeState own, Custody known) {
        OperationState state = own.operation(subject.operation());
        Stays stays = known.staysOf(subject.operation());
        return state == null || !state.persons().containsKey(subject.subject())
                ? List.of()
                : ChildrenAlone.touchedBy(state, stays, subject.subject())
                        .flatMap(circle -> alone(subject.operation(), state, stays, circle))
                        .toList();
    }

    private static Stream<Reaction<IntakeCommand>> alone(
            String operation, OperationState state, Stays stays, FamilyCircle circle) {
        return circle.members().stream()
                .map(state.persons()::get)
                .filter(one -> ChildrenAlone.isChildHere(state, stays, one.id(), one.arrivalDay()))
                .filter(child -> {
                    Optional<Loneliness> now = circle.loneliness(child.id());
                    return now.isPresent() && !now.equals(ChildrenAlone.raised(state, child.id()));
                })
                .map(child -> reaction(operation, state, circle, child));
    }

    private static Reaction<IntakeCommand> reaction(
            String operation, OperationState state, FamilyCircle circle, Person child) {
        @Nullable Alone last = state.families().alone().get(child.id());
        // A mother may be registered after all her children: they wait from the last of the family.
        Instant settled =
                last == null
                        ? circle.lastRegistered(child.recordedAt().plus(FAMILY_IS_REGISTERED))
                        : Instant.MIN;
        Instant news = circle.lastNews().isAfter(settled) ? circle.lastNews() : settled;
        // Who leaves a place together is recorded one after the other as well.
        Instant notBefore =
                news.equals(Instant.MIN) ? Instant.MIN : news.plus(FAMILY_COMES_TOGETHER);
        return new Reaction<>(
                NAME,
                new FindChildAlone(operation, child.personId()),
                ChildrenAlone.cause(child, last),
                notBefore);
    }
}

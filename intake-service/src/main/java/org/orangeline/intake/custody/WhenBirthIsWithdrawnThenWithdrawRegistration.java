package org.orangeline.intake.custody;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.WithdrawRegistration;
import org.orangeline.intake.IntakeState;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** P18: a birth that two humans took back was none; so there is no such person. */
public final class WhenBirthIsWithdrawnThenWithdrawRegistration {

    private static final String NAME =
            WhenBirthIsWithdrawnThenWithdrawRegistration.class.getSimpleName();

    private WhenBirthIsWithdrawnThenWithdrawRegistration() {}

    public static List<Reaction<IntakeCommand>> react(
            SubjectRef subject, IntakeState own, Custody known) {
        return known.birth(subject.operation(), subject.subject()).stream()
                .filter(birth ->
                        own.person(subject.operation(), birth.childId())
                                .filter(child -> !child.isWithdrawn())
                                .isPresent())
                .flatMap(birth ->
                        Stream.ofNullable(birth.withdrawn())
                                .map(withdrawn ->
                                        new Reaction<IntakeCommand>(
                                                NAME,
                                                new WithdrawRegistration(
                                                        subject.operation(), birth.childId()),
                                                withdrawn.event())))
                .toList();
    }
}

package org.orangeline.intake.custody;

import java.util.List;
import java.util.UUID;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeCommand.RegisterBirth;
import org.orangeline.intake.IntakeState;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** A child that was born in custody is a person of its own: it gets a number and its mother. */
public final class WhenBornInCustodyThenRegisterChild {

    private static final String NAME = WhenBornInCustodyThenRegisterChild.class.getSimpleName();

    private WhenBornInCustodyThenRegisterChild() {}

    public static List<Reaction<IntakeCommand>> react(
            SubjectRef subject, IntakeState own, Custody known) {
        return known.birth(subject.operation(), subject.subject())
                .filter(birth -> birth.withdrawn() == null)
                .filter(birth -> own.person(subject.operation(), birth.childId()).isEmpty())
                .map(birth -> List.of(reaction(subject.operation(), birth.childId(), birth)))
                .orElse(List.of());
    }

    private static Reaction<IntakeCommand> reaction(String operation, UUID child, Birth birth) {
        return new Reaction<>(NAME, new RegisterBirth(operation, child), birth.event());
    }
}

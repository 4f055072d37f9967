package org.orangeline.intake.numbers;

import java.util.List;
import java.util.UUID;
import org.orangeline.intake.IntakeCommand;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.NumberCommand.ExpireNumbers;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Reaction;
import org.orangeline.runtime.SubjectRef;

/** The end of a block's time is recorded, once. */
public final class WhenNumberBlockRunsOutThenClose {

    private static final String NAME = WhenNumberBlockRunsOutThenClose.class.getSimpleName();

    private WhenNumberBlockRunsOutThenClose() {}

    public static List<Reaction<IntakeCommand>> react(SubjectRef subject, IntakeState own) {
        OperationState state = own.operation(subject.operation());
        NumberBlock block =
                state == null ? null : state.numberBlocks().byId().get(subject.subject());
        return block == null || block.expired()
                ? List.of()
                : List.of(
                        new Reaction<>(
                                NAME,
                                new ExpireNumbers(
                                        subject.operation(), UUID.fromString(subject.subject())),
                                block.lease(),
                                block.expiresAt()));
    }
}

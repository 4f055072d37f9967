package org.orangeline.intake.operations;

import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeState;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Opens operations, each once. */
public final class OperationDecider {

    private OperationDecider() {}

    public static Decision<IntakeEvent> open(OpenOperation command, IntakeState state) {
        if (state.operation(command.operation()) != null) {
            return Decision.refuse(Refusal.conflict("This operation is open already."));
        }
        return Decision.accept(
                new OperationOpened(
                        command.operation(),
                        command.name(),
                        command.numberPrefix(),
                        command.plan(),
                        command.legalProfile()));
    }
}

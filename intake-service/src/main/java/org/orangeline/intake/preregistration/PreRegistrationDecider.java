package org.orangeline.intake.preregistration;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PreRegistrationClosed;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.PreRegistrationCommand.ClosePreRegistration;
import org.orangeline.intake.PreRegistrationCommand.PreRegisterGroup;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Counts groups that arrive faster than they can be registered. */
public final class PreRegistrationDecider {

    private PreRegistrationDecider() {}

    public static Decision<IntakeEvent> register(PreRegisterGroup command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (operation.preRegistration(command.groupId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This group was counted already."));
        }
        return Decision.accept(
                new GroupPreRegistered(
                        command.groupId(),
                        command.receptionPoint(),
                        command.arrivedAt(),
                        command.headCount(),
                        command.note(),
                        command.device()));
    }

    /** Who comes after the closure is registered all the same. */
    public static Decision<IntakeEvent> close(ClosePreRegistration command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        @Nullable PreRegistration group =
                operation == null
                        ? null
                        : operation.preRegistration(command.groupId()).orElse(null);
        if (operation == null || group == null) {
            return Decision.refuse(Refusal.notFound("There is no such pre-registration."));
        }
        if (!group.isOpen()) {
            return Decision.refuse(Refusal.conflict("This pre-registration is closed already."));
        }
        return Decision.accept(
                new PreRegistrationClosed(
                        command.groupId(),
                        group.headCount(),
                        operation.peopleOf(command.groupId()).size(),
                        command.reason()));
    }
}

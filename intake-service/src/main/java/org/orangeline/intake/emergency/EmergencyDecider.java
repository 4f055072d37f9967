package org.orangeline.intake.emergency;

import java.util.Optional;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.EmergencyAccessTaken;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.EmergencyCommand;
import org.orangeline.intake.EmergencyCommand.ReviewAccess;
import org.orangeline.intake.EmergencyCommand.TakeAccess;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Grants at once what is asked for with a reason, for a while; and has it looked at afterwards. */
public final class EmergencyDecider {

    /** In place of what is said about somebody whose identity was erased: no words come anew. */
    private static final Confidential<String> WITHOUT_WORDS =
            Confidential.of("the identity was erased");

    private EmergencyDecider() {}

    public static Decision<IntakeEvent> decide(
            EmergencyCommand command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(
                    Refusal.rule(
                            "S6", "A named human has to do this; a machine's token is refused."));
        }
        return switch (command) {
            case TakeAccess take -> take(take, state, context);
            case ReviewAccess review -> review(review, state, context);
        };
    }

    private static Decision<IntakeEvent> take(
            TakeAccess command, IntakeState state, Context context) {
        Optional<Refusal> unknown = state.whyUnknown(command.operation(), command.personId());
        if (unknown.isPresent()) {
            return Decision.refuse(unknown.get());
        }
        if (command.length().compareTo(EmergencyAccess.LONGEST) > 0) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An emergency access lasts "
                                    + EmergencyAccess.LONGEST.toMinutes()
                                    + " minutes at most."));
        }
        OperationState operation = state.require(command.operation());
        if (operation.erasures().isErased(command.personId().toString())) {
            return Decision.refuse(Refusal.conflict("This identity was erased."));
        }
        boolean running =
                operation
                        .emergencies()
                        .running(context.actor().text(), command.personId(), context.now())
                        .isPresent();
        return running
                ? Decision.refuse(Refusal.conflict("An access that you took is running still."))
                : Decision.accept(
                        new EmergencyAccessTaken(
                                context.newId("access"),
                                command.personId(),
                                context.now().plus(command.length()),
                                command.reason()));
    }

    private static Decision<IntakeEvent> review(
            ReviewAccess command, IntakeState state, Context context) {
        OperationState operation = state.operation(command.operation());
        Optional<EmergencyAccess> found =
                operation == null
                        ? Optional.empty()
                        : operation.emergencies().access(command.accessId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such access."));
        }
        EmergencyAccess access = found.get();
        if (context.actor().mayBe(access.takenBy())) {
            return Decision.refuse(
                    Refusal.conflict("Another human than the one who took it has to review it."));
        }
        return access.review() != null
                ? Decision.refuse(Refusal.conflict("This access was reviewed before."))
                : Decision.accept(
                        new EmergencyAccessReviewed(
                                access.accessId(),
                                access.personId(),
                                command.justified(),
                                isErased(state.require(command.operation()), access)
                                        ? WITHOUT_WORDS
                                        : command.reason()));
    }

    private static boolean isErased(OperationState operation, EmergencyAccess access) {
        return operation.erasures().isErased(access.personId().toString());
    }
}

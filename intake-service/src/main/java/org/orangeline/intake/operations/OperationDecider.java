package org.orangeline.intake.operations;

import java.util.List;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.ChangeLegalProfile;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** Opens operations, each once, and changes what they go by: from now on, never retroactively. */
public final class OperationDecider {

    private OperationDecider() {}

    public static Decision<IntakeEvent> open(OpenOperation command, IntakeState state) {
        if (state.operation(command.operation()) != null) {
            return Decision.refuse(Refusal.conflict("This operation is open already."));
        }
        List<Violation> exceeded = TreatyLimits.exceededBy(command.legalProfile());
        if (!exceeded.isEmpty()) {
            return Decision.refuse(Refusal.rules(exceeded));
        }
        return Decision.accept(
                new OperationOpened(
                        command.operation(),
                        command.name(),
                        command.numberPrefix(),
                        command.plan(),
                        command.legalProfile()));
    }

    /** Who has a line keeps it (rule L1); later arrivals go by the new plan. */
    public static Decision<IntakeEvent> change(ChangeGroupingPlan command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (operation.plan().equals(command.plan())) {
            return Decision.refuse(Refusal.conflict("This plan counts already."));
        }
        return Decision.accept(
                new GroupingPlanChanged(command.operation(), command.plan(), command.reason()));
    }

    public static Decision<IntakeEvent> change(ChangeLegalProfile command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (operation.legalProfile().equals(command.legalProfile())) {
            return Decision.refuse(Refusal.conflict("This profile counts already."));
        }
        List<Violation> exceeded = TreatyLimits.exceededBy(command.legalProfile());
        if (!exceeded.isEmpty()) {
            return Decision.refuse(Refusal.rules(exceeded));
        }
        return Decision.accept(
                new LegalProfileChanged(
                        command.operation(), command.legalProfile(), command.reason()));
    }
}

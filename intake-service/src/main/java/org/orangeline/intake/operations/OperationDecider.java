package org.orangeline.intake.operations;

import java.util.ArrayList;
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
        List<Violation> broken = new ArrayList<>(violations(command.plan()));
        broken.addAll(TreatyLimits.exceededBy(command.legalProfile()));
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return Decision.accept(
                new OperationOpened(
                        command.operation(),
                        command.name(),
                        command.numberPrefix(),
                        command.plan().plan(),
                        command.legalProfile()));
    }

    /** Who has a line keeps it (rule L1); later arrivals go by the new plan. */
    public static Decision<IntakeEvent> change(ChangeGroupingPlan command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (StatedPlan.of(operation.plan()).equals(command.plan())) {
            return Decision.refuse(Refusal.conflict("This plan counts already."));
        }
        List<Violation> broken = violations(command.plan());
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return Decision.accept(
                new GroupingPlanChanged(
                        command.operation(), command.plan().plan(), command.reason()));
    }

    /** What stands against a plan (rules L1, L2). */
    private static List<Violation> violations(StatedPlan plan) {
        List<Violation> broken = new ArrayList<>(PlanDoesItsJob.violations(plan));
        broken.addAll(PlanKeepsChildrenFromMen.violations(plan));
        return broken;
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

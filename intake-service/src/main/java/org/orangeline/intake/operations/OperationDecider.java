package org.orangeline.intake.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.GroupingPlanChanged;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.OperationOpened;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.IntakeCommand.OpenOperation;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.OperationCommand.ApproveLegalProfile;
import org.orangeline.intake.OperationCommand.ChangeGroupingPlan;
import org.orangeline.intake.OperationCommand.RequestLegalProfile;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** Opens operations, each once, and changes what they go by: from now on, never retroactively. */
public final class OperationDecider {

    private static final String HUMANS_DECIDE = "S6";

    // One token opens an operation; the clocks of who waits in a line are not for one to stop.
    private static final Violation UNGUARDED =
            new Violation(
                    "P10",
                    "An operation opens with guarded lines. Ask for a legal profile in which people"
                            + " may leave them; a second human approves it.");

    private OperationDecider() {}

    public static Decision<IntakeEvent> open(OpenOperation command, IntakeState state) {
        if (state.operation(command.operation()) != null) {
            return Decision.refuse(Refusal.conflict("This operation is open already."));
        }
        List<Violation> broken = new ArrayList<>(violations(command.plan()));
        broken.addAll(TreatyLimits.exceededBy(command.legalProfile()));
        if (!command.legalProfile().guardsLines()) {
            broken.add(UNGUARDED);
        }
        if (!broken.isEmpty()) {
            return Decision.refuse(Refusal.rules(broken));
        }
        return Decision.accept(
                new OperationOpened(
                        command.operation(),
                        command.name(),
                        command.numberPrefix(),
                        command.plan().plan(),
                        command.legalProfile(),
                        command.timeZone()));
    }

    /** Who has a line keeps it (rule L1); later arrivals go by the new plan. */
    public static Decision<IntakeEvent> change(ChangeGroupingPlan command, IntakeState state) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (StatedPlan.of(operation.plans().now()).equals(command.plan())) {
            return Decision.refuse(Refusal.conflict("This plan counts already."));
        }
        List<Violation> broken = new ArrayList<>(violations(command.plan()));
        if (broken.isEmpty()) {
            broken.addAll(PlanKeepsChildrenFromMen.violations(operation.plans(), command.plan()));
        }
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

    /** The first of two humans; nothing counts yet. */
    public static Decision<IntakeEvent> request(
            RequestLegalProfile command, IntakeState state, Context context) {
        OperationState operation = state.operation(command.operation());
        return refusal(operation, command.legalProfile(), context)
                .map(Decision::<IntakeEvent>refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new LegalProfileChangeRequested(
                                        command.operation(),
                                        context.newId("legal profile"),
                                        command.legalProfile(),
                                        command.reason())));
    }

    /** The second one: another human than who asked. */
    public static Decision<IntakeEvent> approve(
            ApproveLegalProfile command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(machine());
        }
        OperationState operation = state.operation(command.operation());
        ProfileRequest request =
                operation == null
                        ? null
                        : operation.profileRequests().get(command.changeId().toString());
        if (request == null) {
            return Decision.refuse(Refusal.notFound("No such change waits for its approval."));
        }
        Optional<Refusal> refusal = refusal(operation, request.legalProfile(), context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (context.actor().mayBe(request.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule(
                            HUMANS_DECIDE,
                            "Two humans change a legal profile: another one than who asked for it"
                                    + " has to approve it."));
        }
        return Decision.accept(
                new LegalProfileChanged(
                        command.operation(),
                        request.legalProfile(),
                        command.reason(),
                        command.changeId(),
                        request.requestedBy()));
    }

    private static Refusal machine() {
        return Refusal.rule(
                HUMANS_DECIDE,
                "Named humans change a legal profile; a machine's token is refused.");
    }

    private static Optional<Refusal> refusal(
            @Nullable OperationState operation, LegalProfile other, Context context) {
        if (!context.actor().isHuman()) {
            return Optional.of(machine());
        }
        if (operation == null) {
            return Optional.of(Refusal.notFound("There is no such operation."));
        }
        if (operation.legalProfile().equals(other)) {
            return Optional.of(Refusal.conflict("This profile counts already."));
        }
        List<Violation> exceeded = TreatyLimits.exceededBy(other);
        return exceeded.isEmpty() ? Optional.empty() : Optional.of(Refusal.rules(exceeded));
    }
}

package org.orangeline.intake.families;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.FamilyCommand.FindChildAlone;
import org.orangeline.intake.FamilyCommand.ReuniteChild;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Raises children that are alone, and says when they no longer are; looks again at the state. */
public final class LonelinessDecider {

    private LonelinessDecider() {}

    public static Decision<IntakeEvent> find(
            FindChildAlone command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Stays stays = known.staysOf(command.operation());
        String child = command.personId().toString();
        if (!ChildrenAlone.isChildHere(operation, stays, child, context.today())) {
            return Decision.refuse(Refusal.conflict("This is no child that is here."));
        }
        Optional<Loneliness> now = FamilyCircle.around(operation, stays, child).loneliness(child);
        if (now.isEmpty() || now.equals(ChildrenAlone.raised(operation, child))) {
            return Decision.refuse(Refusal.conflict("There is nothing new to raise."));
        }
        return Decision.accept(new ChildFoundAlone(command.personId(), now.get()));
    }

    public static Decision<IntakeEvent> reunite(
            ReuniteChild command, IntakeState state, Custody known) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Stays stays = known.staysOf(command.operation());
        String child = command.personId().toString();
        Optional<String> carer = FamilyCircle.around(operation, stays, child).carer(child);
        if (carer.isEmpty() || ChildrenAlone.raised(operation, child).isEmpty()) {
            return Decision.refuse(Refusal.conflict("There is nothing to settle."));
        }
        return Decision.accept(new ChildReunited(command.personId(), UUID.fromString(carer.get())));
    }
}

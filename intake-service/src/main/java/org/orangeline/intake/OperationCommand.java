package org.orangeline.intake;

import java.util.Set;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.intake.operations.StatedPlan;

/** Changes of what an operation goes by. */
public sealed interface OperationCommand extends IntakeCommand {

    @Override
    default Set<String> subjects() {
        return Set.of(operation());
    }

    /** Another plan for the lines, from now on; gives {@code GroupingPlanChanged}. */
    record ChangeGroupingPlan(String operation, StatedPlan plan, Confidential<String> reason)
            implements OperationCommand {}

    /** A first human asks for other limits; gives {@code LegalProfileChangeRequested}. */
    record RequestLegalProfile(
            String operation, LegalProfile legalProfile, Confidential<String> reason)
            implements OperationCommand {}

    /** A second human approves them, from now on; gives {@code LegalProfileChanged}. */
    record ApproveLegalProfile(String operation, UUID changeId, Confidential<String> reason)
            implements OperationCommand {}
}

package org.orangeline.events.intake;

import org.orangeline.events.Confidential;
import org.orangeline.events.plan.GroupingPlan;

/**
 * From now on another grouping plan assigns the lines. Nobody who has a line is moved by it.
 *
 * @param operation slug
 * @param plan the whole plan that counts from now on
 * @param reason why, sealed on the wire
 */
public record GroupingPlanChanged(String operation, GroupingPlan plan, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return operation;
    }
}

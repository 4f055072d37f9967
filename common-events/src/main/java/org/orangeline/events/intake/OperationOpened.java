package org.orangeline.events.intake;

import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;

/**
 * An emergency was opened: the boundary of consistency, access and keys.
 *
 * @param operation slug, for example {@code baghuz-2019}
 * @param name what people call it
 * @param numberPrefix first part of every registration number, for example {@code BGZ}
 * @param plan who waits where
 * @param legalProfile the limits that the clocks watch
 */
public record OperationOpened(
        String operation,
        String name,
        String numberPrefix,
        GroupingPlan plan,
        LegalProfile legalProfile)
        implements IntakeEvent {

    @Override
    public String subject() {
        return operation;
    }
}

package org.orangeline.events.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
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
 * @param timeZone of the IANA's list, for example {@code Asia/Damascus}: births and estimates are
 *     of its days. Null is UTC, as before there was one.
 */
public record OperationOpened(
        String operation,
        String name,
        String numberPrefix,
        GroupingPlan plan,
        LegalProfile legalProfile,
        @Nullable String timeZone)
        implements IntakeEvent {

    /** One whose days are those of UTC. */
    public OperationOpened(
            String operation,
            String name,
            String numberPrefix,
            GroupingPlan plan,
            LegalProfile legalProfile) {
        this(operation, name, numberPrefix, plan, legalProfile, null);
    }

    /** The day of a moment where the operation is. */
    public LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, timeZone == null ? ZoneOffset.UTC : ZoneId.of(timeZone));
    }

    @Override
    public String subject() {
        return operation;
    }
}

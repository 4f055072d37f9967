package org.orangeline.events.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.plan.LegalProfile;

/**
 * From now on the clocks watch other limits; two humans decided it.
 *
 * @param operation slug
 * @param legalProfile the whole profile that counts from now on
 * @param reason why, sealed on the wire
 * @param changeId the request that was approved; null in records of before two humans were needed
 * @param requestedBy who asked for it first; null as {@code changeId} is
 */
public record LegalProfileChanged(
        String operation,
        LegalProfile legalProfile,
        Confidential<String> reason,
        @Nullable UUID changeId,
        @Nullable String requestedBy)
        implements IntakeEvent {

    /** As one human changed it before two were needed. */
    public LegalProfileChanged(
            String operation, LegalProfile legalProfile, Confidential<String> reason) {
        this(operation, legalProfile, reason, null, null);
    }

    @Override
    public String subject() {
        return operation;
    }
}

package org.orangeline.events.intake;

import org.orangeline.events.Confidential;
import org.orangeline.events.plan.LegalProfile;

/**
 * From now on the clocks watch other limits.
 *
 * @param operation slug
 * @param legalProfile the whole profile that counts from now on
 * @param reason why, sealed on the wire
 */
public record LegalProfileChanged(
        String operation, LegalProfile legalProfile, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return operation;
    }
}

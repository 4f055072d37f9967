package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.plan.LegalProfile;

/**
 * A first human asks for other limits; a second one has to approve them.
 *
 * @param operation slug
 * @param legalProfile the whole profile that is asked for
 * @param reason why, sealed on the wire
 */
public record LegalProfileChangeRequested(
        String operation, UUID changeId, LegalProfile legalProfile, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return operation;
    }
}

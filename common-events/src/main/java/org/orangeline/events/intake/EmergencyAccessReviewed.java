package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.AboutOthers;
import org.orangeline.events.Confidential;

/**
 * Another human looked at an access that was taken in an emergency.
 *
 * @param justified whether it was right to take it
 * @param reason why, sealed on the wire
 */
public record EmergencyAccessReviewed(
        UUID accessId, UUID personId, boolean justified, Confidential<String> reason)
        implements IntakeEvent, AboutOthers {

    @Override
    public String subject() {
        return accessId.toString();
    }

    @Override
    public List<String> others() {
        return List.of(personId.toString());
    }
}

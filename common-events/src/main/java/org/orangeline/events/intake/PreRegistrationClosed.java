package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Nobody else is expected out of a group that was counted.
 *
 * @param groupId the group
 * @param headCount how many were counted on arrival
 * @param registered how many arrivals named the group until now; a difference stays a fact
 * @param reason why it is closed, and what became of the others, sealed on the wire
 */
public record PreRegistrationClosed(
        UUID groupId, int headCount, int registered, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return groupId.toString();
    }
}

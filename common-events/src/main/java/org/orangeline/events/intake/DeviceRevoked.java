package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A tablet is not trusted any more: what it uploads from here on is kept for a human to look at.
 *
 * @param enrolmentId names the tablet in the log
 * @param reason why, sealed on the wire
 */
public record DeviceRevoked(UUID enrolmentId, String deviceId, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}

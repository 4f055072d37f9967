package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.model.DeviceKey;

/**
 * Whoever had the code gave the tablet's public key. The code is void from here on.
 *
 * @param enrolmentId names the tablet in the log
 * @param publicKey what its assertions are checked with
 */
public record DeviceEnrolled(UUID enrolmentId, String deviceId, DeviceKey publicKey)
        implements IntakeEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}

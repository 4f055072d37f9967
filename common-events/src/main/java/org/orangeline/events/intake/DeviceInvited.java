package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A tablet may enrol with a code that is good once; an earlier code of it is void.
 *
 * @param enrolmentId names the tablet in the log
 * @param deviceId what the tablet is called
 * @param receptionPoint the only one from which its arrivals may come
 * @param codeHash keyed hash of the code, as hex; the code itself stands nowhere
 * @param expiresAt from then on the code is void
 */
public record DeviceInvited(
        UUID enrolmentId,
        String deviceId,
        String receptionPoint,
        String codeHash,
        Instant expiresAt)
        implements IntakeEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}

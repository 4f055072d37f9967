package org.orangeline.events.intake;

import java.util.UUID;

/**
 * Somebody tried to enrol a tablet with a wrong code. Written down so that guessing is seen; five
 * in a quarter of an hour at most, so there are few. The code stays good.
 *
 * @param enrolmentId names the tablet in the log
 */
public record DeviceCodeRejected(UUID enrolmentId, String deviceId) implements IntakeEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}

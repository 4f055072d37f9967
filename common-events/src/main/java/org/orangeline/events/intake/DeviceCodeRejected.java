package org.orangeline.events.intake;

import java.util.UUID;

/**
 * Somebody tried to enrol a tablet with a wrong code. Written down, so that guesses are counted
 * over every restart; a code that was guessed at too often is void, so there are few.
 *
 * @param enrolmentId names the tablet in the log
 */
public record DeviceCodeRejected(UUID enrolmentId, String deviceId) implements IntakeEvent {

    @Override
    public String subject() {
        return enrolmentId.toString();
    }
}

package org.orangeline.events.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.AboutOthers;
import org.orangeline.events.Confidential;

/**
 * Somebody who may not read identities took the right to read one person's, for a while, in an
 * emergency. The event is about the access; an erasure of the person takes its reason along, see
 * {@link EmergencyAccessErased}.
 *
 * @param accessId names the access
 * @param until when it ends by itself
 * @param reason why, sealed on the wire
 */
public record EmergencyAccessTaken(
        UUID accessId, UUID personId, Instant until, Confidential<String> reason)
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

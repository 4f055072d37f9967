package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.orangeline.events.AboutOthers;
import org.orangeline.events.DestroysKey;

/**
 * The identity that an access was taken to was erased: why it was taken, and what its review said,
 * can be read by nobody any more. Who took it, when, and whether that was right stays.
 *
 * @param accessId names the access
 * @param erasureId the erasure that was signed
 */
public record EmergencyAccessErased(UUID accessId, UUID personId, UUID erasureId)
        implements IntakeEvent, AboutOthers, DestroysKey {

    @Override
    public String subject() {
        return accessId.toString();
    }

    @Override
    public List<String> others() {
        return List.of(personId.toString());
    }
}

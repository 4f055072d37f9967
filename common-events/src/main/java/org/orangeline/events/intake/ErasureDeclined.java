package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * An erasure that was asked for will not be carried out.
 *
 * @param erasureId names the erasure
 * @param personId whose identity stays
 * @param reason why, sealed on the wire
 */
public record ErasureDeclined(UUID erasureId, UUID personId, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return erasureId.toString();
    }
}

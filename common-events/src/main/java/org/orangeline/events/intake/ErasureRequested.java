package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * The first of two humans asks that a person's identity be erased. The event is about the erasure,
 * so that its reason is sealed with another key than the one that goes.
 *
 * @param erasureId names the erasure
 * @param personId whose identity is to go
 * @param reason why, sealed on the wire
 */
public record ErasureRequested(UUID erasureId, UUID personId, Confidential<String> reason)
        implements IntakeEvent {

    @Override
    public String subject() {
        return erasureId.toString();
    }
}

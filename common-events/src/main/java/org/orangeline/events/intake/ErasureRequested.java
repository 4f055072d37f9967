package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * The first of two humans asks that a person's identity be erased. The event is about the erasure,
 * so that its reason is sealed with another key than the one that goes.
 *
 * @param erasureId names the erasure
 * @param personId whose identity is to go
 * @param reason why, sealed on the wire
 * @param registrations every registration of the person then, all of which are to go; null where it
 *     was not written down yet
 */
public record ErasureRequested(
        UUID erasureId,
        UUID personId,
        Confidential<String> reason,
        @Nullable List<UUID> registrations)
        implements IntakeEvent {

    public ErasureRequested {
        registrations = registrations == null ? null : List.copyOf(registrations);
    }

    @Override
    public String subject() {
        return erasureId.toString();
    }
}

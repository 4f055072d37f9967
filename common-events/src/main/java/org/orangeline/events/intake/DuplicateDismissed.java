package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human looked at two registrations: they are two people. They are not raised again.
 *
 * @param reason why, sealed on the wire
 */
public record DuplicateDismissed(UUID personId, UUID otherId, Confidential<String> reason)
        implements PersonIntakeEvent {}

package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A link was wrong and no longer counts.
 *
 * @param linkId the link
 * @param reason why, sealed on the wire
 */
public record FamilyUnlinked(
        UUID personId, UUID linkId, UUID relativeId, Confidential<String> reason)
        implements PersonIntakeEvent {}

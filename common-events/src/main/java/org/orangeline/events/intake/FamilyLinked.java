package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.FamilyRole;

/**
 * Two persons belong together. The link binds both, whatever line or group each is in; only one
 * side is recorded.
 *
 * @param linkId names the link until it is removed
 * @param relation what the relative is to the person: PARENT says that the relative is a parent
 * @param reason how it is known, sealed on the wire
 */
public record FamilyLinked(
        UUID personId,
        UUID linkId,
        UUID relativeId,
        FamilyRole relation,
        Confidential<String> reason)
        implements PersonIntakeEvent {}

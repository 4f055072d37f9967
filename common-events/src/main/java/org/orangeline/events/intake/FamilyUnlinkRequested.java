package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human said that a link is wrong while one of the two is ordered to a place or in one. The link
 * counts until a second human says so.
 *
 * @param linkId the link
 * @param reason why, sealed on the wire
 */
public record FamilyUnlinkRequested(
        UUID personId, UUID linkId, UUID relativeId, Confidential<String> reason)
        implements PersonIntakeEvent {}

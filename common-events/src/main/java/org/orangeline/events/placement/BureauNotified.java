package org.orangeline.events.placement;

import java.util.UUID;

/**
 * The tracing bureau was told where the person is, or what has changed (rule P12).
 *
 * @param noticeNumber the notice's number
 */
public record BureauNotified(
        UUID personId, UUID placementId, String facilityId, String noticeNumber)
        implements PersonPlacementEvent {}

package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person appealed; a review has to answer.
 *
 * @param appealId the appeal
 * @param statement what the person says. Sealed under the subject's key
 */
public record AppealLodged(
        UUID personId,
        UUID placementId,
        String facilityId,
        UUID appealId,
        Confidential<String> statement)
        implements PersonPlacementEvent {}

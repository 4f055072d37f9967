package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A person withdrew the consent to shelter (rule P14).
 *
 * @param note what the person said. Sealed under the subject's key
 */
public record ConsentWithdrawn(
        UUID personId, UUID placementId, String facilityId, Confidential<String> note)
        implements PersonPlacementEvent {}

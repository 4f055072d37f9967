package org.orangeline.events.placement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.AboutOthers;
import org.orangeline.events.model.Sex;

/**
 * A child was born to a person who is held or sheltered. The child is registered by intake-service
 * and is in the facility from birth, whatever its capacity (rule P1).
 *
 * @param personId the mother
 * @param childId the child: the event's subject
 * @param placementId the child's own placement
 */
public record BornInCustody(
        UUID personId, UUID childId, UUID placementId, String facilityId, Instant bornAt, Sex sex)
        implements PlacementEvent, AboutOthers {

    @Override
    public String subject() {
        return childId.toString();
    }

    @Override
    public List<String> others() {
        return List.of(personId.toString());
    }
}

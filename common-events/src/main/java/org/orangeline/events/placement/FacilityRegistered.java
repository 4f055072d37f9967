package org.orangeline.events.placement;

import org.orangeline.events.model.Admits;
import org.orangeline.events.model.FacilityKind;

/**
 * A camp, prison or other place was registered.
 *
 * @param facilityId slug, unique in the operation
 * @param capacity working capacity in places; never ordered over (rule P1)
 * @param admits whom it takes (rule P7)
 */
public record FacilityRegistered(
        String facilityId, String name, FacilityKind kind, int capacity, Admits admits)
        implements PlacementEvent {

    @Override
    public String subject() {
        return facilityId;
    }
}

package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A plan was taken back before the departure; its people can be planned anew.
 *
 * @param convoyId the convoy: the subject and the record's key
 * @param facilityId where to
 */
public record ConvoyCancelled(UUID convoyId, String facilityId, Confidential<String> reason)
        implements PlacementEvent {

    @Override
    public String subject() {
        return convoyId.toString();
    }
}

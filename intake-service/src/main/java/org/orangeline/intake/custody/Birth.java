package org.orangeline.intake.custody;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.Sex;

/**
 * A birth in custody, as placement-service recorded it.
 *
 * @param event {@code ce_id} of the event, the cause of the registration
 */
public record Birth(
        UUID childId, UUID motherId, String facilityId, Instant bornAt, Sex sex, String event) {}

package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.DestroysKey;

/**
 * A second human has signed: what was sealed about the person, the identity and all free text, can
 * be read by nobody any more, in no service. The facts stay.
 *
 * @param personId the person
 * @param erasureId the erasure that was signed
 */
public record IdentityErased(UUID personId, UUID erasureId)
        implements PersonIntakeEvent, DestroysKey {}

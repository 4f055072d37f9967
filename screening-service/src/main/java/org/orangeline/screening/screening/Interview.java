package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * What has to be so before a person is questioned.
 *
 * @param clearance the last one
 */
public record Interview(KnownPerson person, Optional<Clearance> clearance) {}

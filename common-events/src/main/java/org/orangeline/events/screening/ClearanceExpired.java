package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * A clinician's clearance ran out before the person was screened to the end, and no clinician has
 * ended the urgent need: nobody asks questions before the next one (rule S4). Recorded once for
 * each clearance.
 *
 * @param since when it was given
 * @param due when it ran out
 * @param rule {@code S4}
 */
public record ClearanceExpired(UUID personId, Instant since, Instant due, String rule)
        implements PersonScreeningEvent {}

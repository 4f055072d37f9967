package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * A person who was found UNDETERMINED was not screened again within the limit of the operation's
 * legal profile. Recorded once for each such conclusion.
 *
 * @param recommendationId of the recommendation that was concluded
 * @param since when it was concluded
 * @param due when the limit was reached
 * @param rule {@code S1}
 */
public record ScreeningAgainOverdue(
        UUID personId, UUID recommendationId, Instant since, Instant due, String rule)
        implements PersonScreeningEvent {}

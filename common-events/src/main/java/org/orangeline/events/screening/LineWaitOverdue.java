package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * A person waits in a line for longer than the operation's legal profile allows (rule L4). Recorded
 * once for each wait. A person has one wait, by whatever registrations: from the arrival or the
 * last return until the admission or release. In logs from before, a move to another group began
 * another wait, so there may be several for one person.
 *
 * @param since when this wait began
 * @param due when the limit was reached
 * @param rule {@code L4}
 */
public record LineWaitOverdue(UUID personId, String group, Instant since, Instant due, String rule)
        implements PersonScreeningEvent {}

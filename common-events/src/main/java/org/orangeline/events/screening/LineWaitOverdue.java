package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;

/**
 * A person waits in a line for longer than the operation's legal profile allows (rule L4). Recorded
 * once for each wait; a move to another group begins another one.
 *
 * @param since when this wait began
 * @param due when the limit was reached
 * @param rule {@code L4}
 */
public record LineWaitOverdue(UUID personId, String group, Instant since, Instant due, String rule)
        implements PersonScreeningEvent {}

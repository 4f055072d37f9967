package org.orangeline.screening.lines;

import java.time.Duration;
import java.time.Instant;

/**
 * What rule L4 looks at.
 *
 * @param since when the wait began: when the person came
 * @param limit of the operation's legal profile
 */
public record Wait(Instant since, Duration limit, Instant now) {

    Instant due() {
        return since.plus(limit);
    }
}

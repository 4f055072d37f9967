package org.orangeline.screening.screening;

import java.time.Duration;
import java.time.Instant;

/**
 * What is looked at of a person who has to be screened again.
 *
 * @param since when the person was found UNDETERMINED
 * @param limit of the operation's legal profile
 */
public record Again(Instant since, Duration limit, Instant now) {

    Instant due() {
        return since.plus(limit);
    }
}

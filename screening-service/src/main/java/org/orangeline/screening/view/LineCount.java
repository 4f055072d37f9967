package org.orangeline.screening.view;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many wait in a line.
 *
 * @param waiting assigned there and not admitted anywhere
 * @param longestSince when whoever waits longest came, as told (rule L4); null for an empty line
 */
public record LineCount(String group, String line, int waiting, @Nullable Instant longestSince) {

    LineCount with(Instant since) {
        return new LineCount(
                group,
                line,
                waiting + 1,
                longestSince == null || since.isBefore(longestSince) ? since : longestSince);
    }
}

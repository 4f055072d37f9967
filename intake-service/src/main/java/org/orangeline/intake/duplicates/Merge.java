package org.orangeline.intake.duplicates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A merge, which lies over two registrations and changes neither.
 *
 * @param personId the registration that stays in use
 * @param otherId the one that leads to it
 * @param by who merged
 * @param at when it was recorded
 * @param confirmedBy the second human who found so too; null while nobody did
 * @param ended whether it was taken back
 */
public record Merge(
        UUID mergeId,
        UUID personId,
        UUID otherId,
        String by,
        Instant at,
        @Nullable String confirmedBy,
        boolean ended) {

    Merge confirm(String human) {
        return new Merge(mergeId, personId, otherId, by, at, human, ended);
    }

    Merge end() {
        return new Merge(mergeId, personId, otherId, by, at, confirmedBy, true);
    }
}

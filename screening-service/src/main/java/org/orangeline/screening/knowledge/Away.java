package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That a person is in no line any more, by what one placement told last.
 *
 * @param since when it was recorded
 * @param earlier what other placements told last, the latest first; counts if this was not so
 */
public record Away(Whereabouts where, Instant since, UUID placementId, @Nullable Away earlier) {

    /** The same after what was told before, of other placements. */
    Away after(@Nullable Away before) {
        return new Away(
                where, since, placementId, before == null ? null : before.without(placementId));
    }

    /** What is left when that placement tells nothing. */
    @Nullable Away without(UUID placement) {
        if (placement.equals(placementId)) {
            return earlier;
        }
        Away rest = earlier == null ? null : earlier.without(placement);
        return rest == earlier ? this : new Away(where, since, placementId, rest);
    }
}

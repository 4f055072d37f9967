package org.orangeline.screening.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That a person is in no line any more, by placement-service's record.
 *
 * @param since when it was recorded
 * @param before for who is inside, what was told before, which counts if this was not so
 */
public record Away(Whereabouts where, Instant since, @Nullable Away before) {

    /** The same after the last news of another kind. */
    Away after(@Nullable Away last) {
        if (!where.isReachable()) {
            return this;
        }
        Away outside = last == null || !last.where.isReachable() ? last : last.before;
        return new Away(
                where,
                since,
                outside == null ? null : new Away(outside.where, outside.since, null));
    }
}

package org.orangeline.intake.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.intake.arrival.Gone;

/**
 * How a person went.
 *
 * @param at when, as told
 * @param withdrawal that this was none waits for a second human (rule P18)
 */
@Schema(name = "Gone")
public record GoneView(Gone.How how, Instant at, @Nullable UUID withdrawal) {

    static @Nullable GoneView of(@Nullable Gone gone) {
        return gone == null
                ? null
                : new GoneView(
                        gone.how(),
                        gone.at(),
                        gone.withdrawal() == null ? null : gone.withdrawal().withdrawalId());
    }
}

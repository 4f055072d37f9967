package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Says;

/**
 * @param group code of a group of the operation's plan
 * @param reason why; kept in the history, sealed
 * @param at when the person was moved; now when it is left out
 */
@Schema(name = "Reassignment")
public record GroupRequest(
        @NotNull @Says(max = 64, oneLine = true) String group,
        @NotNull @Says(max = 2000) String reason,
        @Nullable Instant at) {

    @Override
    public String toString() {
        return "GroupRequest[…]";
    }
}

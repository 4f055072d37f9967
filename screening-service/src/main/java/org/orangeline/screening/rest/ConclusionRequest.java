package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Says;

/**
 * @param approve false sends the recommendation back
 * @param reason why; kept in the history, sealed
 * @param at when it was decided; now when it is left out
 */
@Schema(name = "Conclusion")
public record ConclusionRequest(
        @NotNull Boolean approve, @NotNull @Says(max = 2000) String reason, @Nullable Instant at) {

    @Override
    public String toString() {
        return "ConclusionRequest[…]";
    }
}

package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * @param group code of a group of the operation's plan
 * @param reason why; kept in the history, sealed
 * @param at when the person was moved; now when it is left out
 */
@Schema(name = "Reassignment")
public record GroupRequest(
        @NotNull @Size(max = 64) String group,
        @NotBlank @Size(max = 2000) String reason,
        @Nullable Instant at) {

    @Override
    public String toString() {
        return "GroupRequest[…]";
    }
}

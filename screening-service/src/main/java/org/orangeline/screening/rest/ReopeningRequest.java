package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.kit.rest.Says;

/**
 * @param reason why; kept in the history, sealed
 */
@Schema(name = "Reopening")
public record ReopeningRequest(@NotNull @Says(max = 2000) String reason) {

    @Override
    public String toString() {
        return "ReopeningRequest[…]";
    }
}

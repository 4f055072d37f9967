package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param reason why; kept in the history, sealed
 */
@Schema(name = "Reopening")
public record ReopeningRequest(@NotBlank @Size(max = 2000) String reason) {

    @Override
    public String toString() {
        return "ReopeningRequest[…]";
    }
}

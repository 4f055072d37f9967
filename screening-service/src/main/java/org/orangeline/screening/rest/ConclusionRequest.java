package org.orangeline.screening.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param approve false sends the recommendation back
 * @param reason why; kept in the history, sealed
 */
@Schema(name = "Conclusion")
public record ConclusionRequest(
        @NotNull Boolean approve, @NotBlank @Size(max = 2000) String reason) {

    @Override
    public String toString() {
        return "ConclusionRequest[…]";
    }
}

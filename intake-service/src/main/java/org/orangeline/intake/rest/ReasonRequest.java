package org.orangeline.intake.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.events.Confidential;

/** Why. Sealed before it is recorded. */
@Schema(name = "Reason")
public record ReasonRequest(@NotBlank @Size(max = 2000) String reason) {

    Confidential<String> sealable() {
        return Confidential.of(reason);
    }
}

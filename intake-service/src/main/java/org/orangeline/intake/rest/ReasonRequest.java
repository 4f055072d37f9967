package org.orangeline.intake.rest;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.orangeline.events.Confidential;
import org.orangeline.kit.rest.Says;

/** Why. Sealed before it is recorded. */
@Schema(name = "Reason")
public record ReasonRequest(@NotNull @Says(max = 2000) String reason) {

    Confidential<String> sealable() {
        return Confidential.of(reason);
    }
}

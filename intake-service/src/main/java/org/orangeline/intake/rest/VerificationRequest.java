package org.orangeline.intake.rest;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.kit.rest.Says;

/**
 * That a carer was verified.
 *
 * @param reason why; sealed before it is recorded
 * @param at when it was verified; now when it is left out
 */
@Schema(name = "CarerVerification")
public record VerificationRequest(@NotNull @Says(max = 2000) String reason, @Nullable Instant at) {

    Confidential<String> sealable() {
        return Confidential.of(reason);
    }
}

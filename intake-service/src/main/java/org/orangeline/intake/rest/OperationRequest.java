package org.orangeline.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Says;

/**
 * @param operation slug
 * @param numberPrefix 2 to 5 capital letters
 * @param plan name of a built-in plan, or a plan; {@code baghuz-2019} when left out
 * @param timeZone of the IANA's list, for example {@code Asia/Damascus}: who is born there at 01:30
 *     is born on that day. UTC when left out.
 * @param legalProfile name of a built-in profile, or a profile; {@code gc-1949} when left out
 */
@Schema(name = "Operation")
public record OperationRequest(
        @NotNull
                @Pattern(
                        regexp = "[a-z0-9][a-z0-9-]{1,62}",
                        message = "must be a slug of small letters, digits and hyphens")
                String operation,
        @NotNull @Says(max = 120, oneLine = true) String name,
        @NotNull @Pattern(regexp = "[A-Z]{2,5}", message = "must be 2 to 5 capital letters")
                String numberPrefix,
        @Nullable JsonNode plan,
        @Nullable JsonNode legalProfile,
        @Nullable @Says(max = 64, oneLine = true) String timeZone) {}

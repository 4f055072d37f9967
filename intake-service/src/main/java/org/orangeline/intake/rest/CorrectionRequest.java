package org.orangeline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.rest.ArrivalRequest.AgeEntry;
import org.orangeline.intake.rest.ArrivalRequest.Family;
import org.orangeline.intake.rest.ArrivalRequest.IdentityEntry;
import org.orangeline.intake.rest.ArrivalRequest.Nationality;
import org.orangeline.kit.rest.Says;

/** What was wrong, as it should be. A field that is left out stays as it is. */
@Schema(name = "Correction")
public record CorrectionRequest(
        @Nullable Sex sex,
        @Nullable @Valid AgeEntry age,
        @Nullable @Size(max = 10) List<@NotNull @Valid Nationality> nationalities,
        @Nullable @Size(max = 20) List<@NotNull @Says(max = 64, oneLine = true) String> needs,
        @Nullable @Valid Family family,
        @Nullable @Valid IdentityEntry identity,
        @NotNull @Says(max = 2000) String reason) {

    boolean changesNothing() {
        return sex == null
                && age == null
                && nationalities == null
                && needs == null
                && family == null
                && identity == null;
    }
}

package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;

/**
 * Somebody is inside a facility whom the register did not know to be there: recorded whatever rule
 * it breaks, counted, and under every clock (rule P16). A placement that was open elsewhere moves
 * here; otherwise one begins.
 *
 * @param section null when the facility has none, or it is not known
 * @param basis on what basis the person is held or sheltered
 * @param custodySince earliest plausible moment of custody, from which the clocks run (rule P10)
 * @param foundAt when the person was found
 * @param accompanies the relative beside whom the person is, where that is the basis
 * @param convoyId the convoy with which the person came unlisted
 * @param foundBy who found the person
 * @param reason how it came to be known. Sealed under the subject's key
 * @param custodyStartedBy id of the event with which custody began in a line; null when it did not,
 *     or that is not known
 */
public record FoundInside(
        UUID personId,
        UUID placementId,
        String facilityId,
        @Nullable String section,
        Basis basis,
        Instant custodySince,
        Instant foundAt,
        @Nullable UUID accompanies,
        @Nullable UUID convoyId,
        String foundBy,
        Confidential<String> reason,
        @Nullable String custodyStartedBy)
        implements PersonPlacementEvent {

    /** Of who was in no line under guard. */
    public FoundInside(
            UUID personId,
            UUID placementId,
            String facilityId,
            @Nullable String section,
            Basis basis,
            Instant custodySince,
            Instant foundAt,
            @Nullable UUID accompanies,
            @Nullable UUID convoyId,
            String foundBy,
            Confidential<String> reason) {
        this(
                personId,
                placementId,
                facilityId,
                section,
                basis,
                custodySince,
                foundAt,
                accompanies,
                convoyId,
                foundBy,
                reason,
                null);
    }
}

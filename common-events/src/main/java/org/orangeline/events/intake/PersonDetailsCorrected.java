package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/**
 * A person's facts or identity were corrected. A field that is null was left as it was; what it was
 * before stays in the history.
 *
 * @param reason why, sealed on the wire
 * @param deviceId the tablet it came from, when it was kept there for a while
 */
public record PersonDetailsCorrected(
        UUID personId,
        @Nullable Sex sex,
        @Nullable Age age,
        @Nullable List<NationalityClaim> nationalities,
        @Nullable List<String> needs,
        @Nullable FamilyTie family,
        @Nullable Confidential<Identity> identity,
        Confidential<String> reason,
        @Nullable String deviceId)
        implements PersonIntakeEvent {

    public PersonDetailsCorrected {
        nationalities = nationalities == null ? null : List.copyOf(nationalities);
        needs = needs == null ? null : List.copyOf(needs);
    }

    /** One that came from no tablet's store. */
    public PersonDetailsCorrected(
            UUID personId,
            @Nullable Sex sex,
            @Nullable Age age,
            @Nullable List<NationalityClaim> nationalities,
            @Nullable List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Confidential<Identity> identity,
            Confidential<String> reason) {
        this(personId, sex, age, nationalities, needs, family, identity, reason, null);
    }
}

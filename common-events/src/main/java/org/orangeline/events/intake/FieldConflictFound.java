package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.PersonField;
import org.orangeline.events.model.Sex;

/**
 * Somebody who had not seen a correction corrected the same field otherwise. What stands stays as
 * it is, this is kept beside it, and a human settles which of the two counts.
 *
 * @param field which one; of the values only this one is there
 * @param basedOn the version that the author had seen; 0 for the arrival
 * @param standing the version whose value stands
 * @param deviceId the tablet it came from
 * @param reason why the author corrected it, sealed on the wire
 */
public record FieldConflictFound(
        UUID personId,
        UUID conflictId,
        PersonField field,
        long basedOn,
        long standing,
        @Nullable Sex sex,
        @Nullable Age age,
        @Nullable List<NationalityClaim> nationalities,
        @Nullable List<String> needs,
        @Nullable FamilyTie family,
        @Nullable Confidential<Identity> identity,
        @Nullable String deviceId,
        Confidential<String> reason)
        implements PersonIntakeEvent {

    public FieldConflictFound {
        nationalities = nationalities == null ? null : List.copyOf(nationalities);
        needs = needs == null ? null : List.copyOf(needs);
    }
}

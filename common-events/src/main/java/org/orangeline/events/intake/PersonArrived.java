package org.orangeline.events.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Device;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/**
 * A person reached a reception point and was registered.
 *
 * @param personId UUIDv7 made on the tablet
 * @param registrationNumber short, unique in the operation, with a check digit
 * @param receptionPoint slug of the place
 * @param arrivedAt the tablet's time of the arrival: evidence, and the start of custody where
 *     plausible
 * @param needs codes, see {@link org.orangeline.events.model.Needs}
 * @param preRegistration the group with which the person was counted before
 * @param heldSince when that group came in, where it is known and plausible: custody may count from
 *     it (rule P10)
 * @param bornIn id of the facility in which the person was born; who was born in custody waits in
 *     no line
 * @param arrivedAtAsSent what the tablet wrote as the time of the arrival, in another calendar or
 *     in other digits; null where that is {@code arrivedAt}
 */
public record PersonArrived(
        UUID personId,
        String registrationNumber,
        String receptionPoint,
        Instant arrivedAt,
        Sex sex,
        Age age,
        List<NationalityClaim> nationalities,
        List<String> needs,
        @Nullable FamilyTie family,
        @Nullable Confidential<Identity> identity,
        @Nullable Device device,
        @Nullable UUID preRegistration,
        @Nullable Instant heldSince,
        @Nullable String bornIn,
        @Nullable String arrivedAtAsSent)
        implements PersonIntakeEvent {

    public PersonArrived {
        nationalities = List.copyOf(nationalities);
        needs = List.copyOf(needs);
    }

    /** An arrival whose time the sender wrote in ISO 8601. */
    public PersonArrived(
            UUID personId,
            String registrationNumber,
            String receptionPoint,
            Instant arrivedAt,
            Sex sex,
            Age age,
            List<NationalityClaim> nationalities,
            List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Confidential<Identity> identity,
            @Nullable Device device,
            @Nullable UUID preRegistration,
            @Nullable Instant heldSince,
            @Nullable String bornIn) {
        this(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                identity,
                device,
                preRegistration,
                heldSince,
                bornIn,
                null);
    }

    /** An arrival that came out of no group that was counted, and was not born here. */
    public PersonArrived(
            UUID personId,
            String registrationNumber,
            String receptionPoint,
            Instant arrivedAt,
            Sex sex,
            Age age,
            List<NationalityClaim> nationalities,
            List<String> needs,
            @Nullable FamilyTie family,
            @Nullable Confidential<Identity> identity,
            @Nullable Device device) {
        this(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                identity,
                device,
                null,
                null,
                null);
    }
}

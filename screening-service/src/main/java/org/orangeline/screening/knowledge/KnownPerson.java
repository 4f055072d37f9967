package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Sex;

/**
 * The facts about a person, corrections applied. No identity: this service has no use for it.
 *
 * @param recordedAt when the arrival was recorded, by the server's clock
 * @param arrival {@code ce_id} of {@code PersonArrived}
 */
public record KnownPerson(
        UUID personId,
        String registrationNumber,
        String receptionPoint,
        Instant arrivedAt,
        Instant recordedAt,
        Sex sex,
        Age age,
        List<NationalityClaim> nationalities,
        List<String> needs,
        @Nullable FamilyTie family,
        String arrival) {

    static KnownPerson arrived(PersonArrived event, Envelope envelope) {
        return new KnownPerson(
                event.personId(),
                event.registrationNumber(),
                event.receptionPoint(),
                event.arrivedAt(),
                envelope.time(),
                event.sex(),
                event.age(),
                event.nationalities(),
                event.needs(),
                event.family(),
                envelope.id());
    }

    KnownPerson corrected(PersonDetailsCorrected event) {
        return new KnownPerson(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                event.sex() == null ? sex : event.sex(),
                event.age() == null ? age : event.age(),
                event.nationalities() == null ? nationalities : event.nationalities(),
                event.needs() == null ? needs : event.needs(),
                event.family() == null ? family : event.family(),
                arrival);
    }

    /** A child, or a person whose age is in doubt. */
    public boolean isChildOrInDoubt(LocalDate today) {
        return age.isChildOrInDoubt(today);
    }

    public AgeBand band(LocalDate today) {
        return isChildOrInDoubt(today) ? AgeBand.CHILD : AgeBand.ADULT;
    }

    /** The countries of the claims with the strongest basis that there is; empty without claims. */
    public Set<String> strongestClaims() {
        NationalityBasis strongest = NationalityBasis.CLAIMED;
        for (NationalityClaim claim : nationalities) {
            strongest = claim.basis().compareTo(strongest) > 0 ? claim.basis() : strongest;
        }
        NationalityBasis basis = strongest;
        return nationalities.stream()
                .filter(claim -> claim.basis() == basis)
                .map(NationalityClaim::country)
                .collect(Collectors.toUnmodifiableSet());
    }
}

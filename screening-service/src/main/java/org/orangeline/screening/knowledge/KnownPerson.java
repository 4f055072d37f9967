package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;

/**
 * The facts about a person, corrections applied. No identity: this service has no use for it.
 *
 * @param recordedAt when the arrival was recorded, by the server's clock
 * @param arrival {@code ce_id} of {@code PersonArrived}
 * @param bornIn the facility of a birth in custody; such a person waits in no line
 * @param changed what last changed that a line is decided by; the arrival to begin with
 * @param urgentSince sequence of intake's event that last added MEDICAL_URGENT; 0 for none
 * @param departure when intake recorded that the person left or died
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
        String arrival,
        @Nullable String bornIn,
        Change changed,
        long urgentSince,
        @Nullable Whereabouts departure) {

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
                envelope.id(),
                event.bornIn(),
                Change.by(envelope),
                event.needs().contains(Needs.MEDICAL_URGENT) ? envelope.sequence() : 0,
                null);
    }

    KnownPerson corrected(PersonDetailsCorrected event, Envelope envelope) {
        var corrected =
                new KnownPerson(
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
                        arrival,
                        bornIn,
                        changed,
                        urgentSince,
                        departure);
        return corrected
                .touched(decidesAsBefore(corrected) ? changed : Change.by(envelope))
                .urgent(
                        corrected.isMedicallyUrgent() && !isMedicallyUrgent()
                                ? envelope.sequence()
                                : urgentSince);
    }

    private boolean decidesAsBefore(KnownPerson other) {
        return sex == other.sex
                && age.equals(other.age)
                && nationalities.equals(other.nationalities)
                && Objects.equals(family, other.family);
    }

    /** Something happened that a line is decided by. */
    KnownPerson touched(Change change) {
        return new KnownPerson(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                arrival,
                bornIn,
                change,
                urgentSince,
                departure);
    }

    private KnownPerson urgent(long since) {
        return new KnownPerson(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                arrival,
                bornIn,
                changed,
                since,
                departure);
    }

    KnownPerson departed(Whereabouts where) {
        return new KnownPerson(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                arrival,
                bornIn,
                changed,
                urgentSince,
                where);
    }

    public boolean isMedicallyUrgent() {
        return needs.contains(Needs.MEDICAL_URGENT);
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

package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
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
 * @param changed when facts last changed that a line is decided by; the arrival to begin with
 * @param linked when a family link of the person last began or ended; null for never
 * @param urgentSince sequence of intake's event that last added MEDICAL_URGENT; 0 for none
 * @param departure when intake recorded that the person left or died
 * @param disputedAges what somebody else said of the age, until a human settles it
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
        @Nullable Change linked,
        long urgentSince,
        @Nullable Whereabouts departure,
        List<DisputedAge> disputedAges) {

    public KnownPerson {
        disputedAges = List.copyOf(disputedAges);
    }

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
                null,
                event.needs().contains(Needs.MEDICAL_URGENT) ? envelope.sequence() : 0,
                null,
                List.of());
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
                        decidesAsBefore(event) ? changed : Change.by(envelope),
                        linked,
                        urgentSince,
                        departure,
                        disputedAges);
        return corrected.urgent(
                corrected.isMedicallyUrgent() && !isMedicallyUrgent()
                        ? envelope.sequence()
                        : urgentSince);
    }

    private boolean decidesAsBefore(PersonDetailsCorrected event) {
        return (event.sex() == null || event.sex() == sex)
                && (event.age() == null || event.age().equals(age))
                && (event.nationalities() == null || event.nationalities().equals(nationalities))
                && (event.family() == null || event.family().equals(family));
    }

    /** Somebody else corrected the age otherwise; both count until a human settles it. */
    KnownPerson disputed(FieldConflictFound event, Envelope envelope) {
        if (event.age() == null) {
            return this;
        }
        var now = new ArrayList<>(disputedAges);
        now.add(new DisputedAge(event.conflictId(), event.age()));
        return disputed(now, envelope);
    }

    KnownPerson settled(FieldConflictSettled event, Envelope envelope) {
        List<DisputedAge> left =
                disputedAges.stream()
                        .filter(disputed -> !disputed.conflictId().equals(event.conflictId()))
                        .toList();
        return left.size() == disputedAges.size() ? this : disputed(left, envelope);
    }

    private KnownPerson disputed(List<DisputedAge> now, Envelope envelope) {
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
                Change.by(envelope),
                linked,
                urgentSince,
                departure,
                now);
    }

    /** An age beside the one that stands. */
    public record DisputedAge(UUID conflictId, Age age) {}

    /** A family link of this person began or ended. */
    KnownPerson linkedBy(Change change) {
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
                change,
                urgentSince,
                departure,
                disputedAges);
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
                linked,
                since,
                departure,
                disputedAges);
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
                linked,
                urgentSince,
                where,
                disputedAges);
    }

    public boolean isMedicallyUrgent() {
        return needs.contains(Needs.MEDICAL_URGENT);
    }

    /** A child, or a person whose age is in doubt. */
    public boolean isChildOrInDoubt(LocalDate today) {
        return age.isChildOrInDoubt(today)
                || disputedAges.stream()
                        .anyMatch(disputed -> disputed.age().isChildOrInDoubt(today));
    }

    /** May be a child and may be none: by the age that stands, or because others disagree. */
    public boolean isInDoubt(LocalDate today) {
        return age.isInDoubt(today)
                || (isChildOrInDoubt(today) && !age.isChildOrInDoubt(today))
                || (age.isChildOrInDoubt(today)
                        && disputedAges.stream()
                                .anyMatch(disputed -> !disputed.age().isChildOrInDoubt(today)));
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

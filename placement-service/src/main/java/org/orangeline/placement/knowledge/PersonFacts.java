package org.orangeline.placement.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;

/**
 * A person's facts as intake recorded them; no identity.
 *
 * @param arrivedAt the tablet's time
 * @param recordedAt the server's time
 * @param preRegistration the truck or convoy with which the person was counted, or null
 * @param heldSince arrival of the truck that the person came with, where known and plausible
 * @param changedBy id of the last event that changed what the rules look at, or null
 * @param gone whether the person left or died, by intake's register
 * @param disputedAges what somebody else said of the age, until a human settles it
 */
public record PersonFacts(
        UUID personId,
        String registrationNumber,
        Sex sex,
        Age age,
        List<String> needs,
        @Nullable FamilyTie family,
        Instant arrivedAt,
        Instant recordedAt,
        @Nullable UUID preRegistration,
        @Nullable Instant heldSince,
        @Nullable String changedBy,
        boolean gone,
        List<DisputedAge> disputedAges) {

    public PersonFacts {
        disputedAges = List.copyOf(disputedAges);
    }

    public static PersonFacts of(PersonArrived event, Envelope envelope) {
        return new PersonFacts(
                event.personId(),
                event.registrationNumber(),
                event.sex(),
                event.age(),
                event.needs(),
                event.family(),
                event.arrivedAt(),
                envelope.time(),
                event.preRegistration(),
                event.heldSince(),
                null,
                false,
                List.of());
    }

    PersonFacts correct(PersonDetailsCorrected event, Envelope envelope) {
        return new PersonFacts(
                personId,
                registrationNumber,
                event.sex() == null ? sex : event.sex(),
                event.age() == null ? age : event.age(),
                event.needs() == null ? needs : event.needs(),
                event.family() == null ? family : event.family(),
                arrivedAt,
                recordedAt,
                preRegistration,
                heldSince,
                envelope.id(),
                gone,
                disputedAges);
    }

    /** Somebody else corrected the age otherwise; both count until a human settles it. */
    PersonFacts dispute(FieldConflictFound event, String eventId) {
        if (event.age() == null) {
            return this;
        }
        var now = new ArrayList<>(disputedAges);
        now.add(new DisputedAge(event.conflictId(), event.age()));
        return disputed(now, eventId);
    }

    PersonFacts settle(FieldConflictSettled event, String eventId) {
        List<DisputedAge> left =
                disputedAges.stream()
                        .filter(disputed -> !disputed.conflictId().equals(event.conflictId()))
                        .toList();
        return left.size() == disputedAges.size() ? this : disputed(left, eventId);
    }

    private PersonFacts disputed(List<DisputedAge> now, String eventId) {
        return new PersonFacts(
                personId,
                registrationNumber,
                sex,
                age,
                needs,
                family,
                arrivedAt,
                recordedAt,
                preRegistration,
                heldSince,
                eventId,
                gone,
                now);
    }

    /** Under 18, or in doubt: also when anything that is said of the age says so. */
    public boolean isChildOrInDoubt(LocalDate today) {
        return age.isChildOrInDoubt(today)
                || disputedAges.stream()
                        .anyMatch(disputed -> disputed.age().isChildOrInDoubt(today));
    }

    /** An age beside the one that stands. */
    public record DisputedAge(UUID conflictId, Age age) {}

    /** A family link was made or undone. */
    PersonFacts changed(String eventId) {
        return new PersonFacts(
                personId,
                registrationNumber,
                sex,
                age,
                needs,
                family,
                arrivedAt,
                recordedAt,
                preRegistration,
                heldSince,
                eventId,
                gone,
                disputedAges);
    }

    PersonFacts left(String eventId) {
        return new PersonFacts(
                personId,
                registrationNumber,
                sex,
                age,
                needs,
                family,
                arrivedAt,
                recordedAt,
                preRegistration,
                heldSince,
                eventId,
                true,
                disputedAges);
    }

    /**
     * The truck's own record came after the person's: its time counts where it can be believed, as
     * intake-service believes one that came before.
     */
    PersonFacts held(GroupPreRegistered truck, Instant recorded, Duration plausibleClockSkew) {
        boolean plausible =
                heldSince == null
                        && !truck.arrivedAt().isAfter(recorded)
                        && !truck.arrivedAt().isBefore(recorded.minus(plausibleClockSkew))
                        && !truck.arrivedAt().isAfter(arrivedAt);
        return plausible
                ? new PersonFacts(
                        personId,
                        registrationNumber,
                        sex,
                        age,
                        needs,
                        family,
                        arrivedAt,
                        recordedAt,
                        preRegistration,
                        truck.arrivedAt(),
                        changedBy,
                        gone,
                        disputedAges)
                : this;
    }

    /**
     * The earliest plausible moment of custody (rule P10): the tablet's time, unless it lies after
     * the recording or so far before it that its clock must be wrong; or the arrival of the truck,
     * when that was earlier.
     */
    public Instant custodySince(Duration plausibleClockSkew) {
        boolean plausible =
                !arrivedAt.isAfter(recordedAt)
                        && !arrivedAt.isBefore(recordedAt.minus(plausibleClockSkew));
        Instant told = plausible ? arrivedAt : recordedAt;
        return heldSince != null && heldSince.isBefore(told) ? heldSince : told;
    }
}

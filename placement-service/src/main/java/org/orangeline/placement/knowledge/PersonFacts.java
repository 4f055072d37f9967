package org.orangeline.placement.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
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
        boolean gone) {

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
                false);
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
                gone);
    }

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
                gone);
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
                true);
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
                        gone)
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

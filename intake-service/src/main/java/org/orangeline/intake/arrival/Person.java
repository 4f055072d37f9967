package org.orangeline.intake.arrival;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Identity;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;

/**
 * A registered person as the log says now.
 *
 * @param version number of the last event that changed the details, see {@link
 *     org.orangeline.intake.operations.OperationState#shown}; what {@code If-Match} names
 * @param arrival {@code ce_id} of the arrival, the cause of what follows from it
 * @param preRegistration the group with which the person was counted before
 * @param bornIn the facility in which the person was born
 * @param returnedAt when it was recorded that the person came back last; null for never
 * @param gone null for who is still here
 * @param arrivedElse another time of the arrival that waits for a second human; null for none
 */
public record Person(
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
        @Nullable Confidential<Identity> identity,
        long version,
        UUID arrival,
        @Nullable UUID preRegistration,
        @Nullable String bornIn,
        @Nullable Instant returnedAt,
        @Nullable Gone gone,
        @Nullable OtherTime arrivedElse) {

    /** A later time of the arrival, which counts once a second human says so. */
    public record OtherTime(Instant arrivedAt, String by, Instant since) {}

    public static Person arrive(PersonArrived event, Envelope envelope) {
        return new Person(
                event.personId(),
                event.registrationNumber(),
                event.receptionPoint(),
                event.arrivedAt(),
                envelope.time(),
                event.sex(),
                event.age(),
                event.nationalities(),
                Needs.listed(event.needs()),
                event.family(),
                event.identity(),
                envelope.sequence(),
                UUID.fromString(envelope.id()),
                event.preRegistration(),
                event.bornIn(),
                null,
                null,
                null);
    }

    public Person correct(PersonDetailsCorrected event, Envelope envelope) {
        return new Person(
                personId,
                registrationNumber,
                receptionPoint,
                arrivedAt,
                recordedAt,
                event.sex() == null ? sex : event.sex(),
                event.age() == null ? age : event.age(),
                event.nationalities() == null ? nationalities : event.nationalities(),
                event.needs() == null ? needs : Needs.listed(event.needs()),
                event.family() == null ? family : event.family(),
                event.identity() == null ? identity : event.identity(),
                envelope.sequence(),
                arrival,
                preRegistration,
                bornIn,
                returnedAt,
                gone,
                arrivedElse);
    }

    /** Somebody says that the person came later. */
    public Person ask(ArrivalTimeCorrectionRequested event, Envelope envelope) {
        return arrived(
                arrivedAt, new OtherTime(event.arrivedAt(), envelope.actor(), envelope.time()));
    }

    /** The person came at another time. */
    public Person correct(ArrivalTimeCorrected event) {
        return arrived(event.arrivedAt(), null);
    }

    private Person arrived(Instant at, @Nullable OtherTime asked) {
        return new Person(
                personId,
                registrationNumber,
                receptionPoint,
                at,
                recordedAt,
                sex,
                age,
                nationalities,
                needs,
                family,
                identity,
                version,
                arrival,
                preRegistration,
                bornIn,
                returnedAt,
                gone,
                asked);
    }

    public Person leave(PersonLeft event) {
        return gone(new Gone(Gone.How.LEFT, event.leftAt(), event.kind(), gone, null));
    }

    public Person die(PersonDied event) {
        return gone(new Gone(Gone.How.DIED, event.diedAt(), null, gone, null));
    }

    /** Somebody says that the person had not gone. */
    public Person doubt(DepartureWithdrawalRequested event, String actor) {
        return gone == null
                ? this
                : gone(gone.with(new Gone.Withdrawal(event.withdrawalId(), actor)));
    }

    /** The person had not gone (rule P18). */
    public Person recall() {
        return gone == null ? this : gone(gone.before());
    }

    /** The person came back. */
    public Person comeBack(Envelope envelope) {
        return with(identity, envelope.time(), null);
    }

    /** The birth did not happen: there is no such person (rule P18). */
    public Person withdraw(Envelope envelope) {
        return gone(new Gone(Gone.How.REGISTRATION_WITHDRAWN, envelope.time(), null, gone, null));
    }

    /** Whether two humans said that there is no such person: only the history shows it. */
    public boolean isWithdrawn() {
        return gone != null && gone.how() == Gone.How.REGISTRATION_WITHDRAWN;
    }

    private Person gone(@Nullable Gone now) {
        return with(identity, returnedAt, now);
    }

    /** The same without the identity, which nobody can read any more. */
    public Person erase() {
        return with(null, returnedAt, gone);
    }

    private Person with(
            @Nullable Confidential<Identity> known, @Nullable Instant back, @Nullable Gone now) {
        return new Person(
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
                known,
                version,
                arrival,
                preRegistration,
                bornIn,
                back,
                now,
                arrivedElse);
    }

    public String id() {
        return SharedValues.text(personId);
    }

    /** Whether something was recorded after the person came back last. */
    public boolean isAfterReturn(Instant recorded) {
        return returnedAt == null || recorded.isAfter(returnedAt);
    }

    /** The day of the registration, for whether a person came as a child. */
    public LocalDate arrivalDay() {
        return recordedAt.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}

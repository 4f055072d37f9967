package org.orangeline.screening.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Ages;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.NationalityBasis;
import org.orangeline.events.model.NationalityClaim;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PartialDate;
import org.orangeline.events.model.Sex;

/**
 * The facts about a person, corrections applied. No identity: this service has no use for it.
 *
 * @param changed when facts last changed that a line is decided by; the arrival to begin with
 * @param linked when a family link of the person last began or ended; null for never
 * @param urgency when the person urgently needed care (rule S4)
 * @param gone how the person went, by intake's record
 * @param returned when the person came back last; null for never
 */
public record KnownPerson(
        Arrival arrived,
        Facts facts,
        Change changed,
        @Nullable Change linked,
        Urgency urgency,
        @Nullable Gone gone,
        @Nullable Returned returned) {

    /** How far back acts are looked at for which no date is told, in years. */
    private static final int RECENT_YEARS = 10;

    /**
     * How the person came.
     *
     * @param recordedAt when the arrival was recorded, by the server's clock
     * @param cameAt when it was, by the tablet's clock where that is plausible (rule L4)
     * @param eventId {@code ce_id} of {@code PersonArrived}
     * @param bornIn the facility of a birth in custody; such a person waits in no line
     * @param laterBy the event that said that it was later; null for none
     */
    public record Arrival(
            UUID personId,
            String registrationNumber,
            Instant recordedAt,
            Instant cameAt,
            UUID eventId,
            @Nullable String bornIn,
            @Nullable UUID laterBy) {

        private Arrival at(Instant other, UUID by) {
            boolean later = other.isAfter(cameAt);
            return new Arrival(
                    personId,
                    registrationNumber,
                    recordedAt,
                    other,
                    eventId,
                    bornIn,
                    later ? by : laterBy);
        }
    }

    /**
     * @param skew how far before its recording a tablet's time is still believed
     */
    static KnownPerson arrived(PersonArrived event, Envelope envelope, Duration skew) {
        var facts =
                new Facts(
                        event.sex(),
                        Ages.of(event.age()),
                        ToldAges.of(envelope.sequence(), event.age()),
                        event.nationalities(),
                        Needs.listed(event.needs()),
                        event.family());
        Instant came = plausible(event.arrivedAt(), envelope.time(), skew);
        return new KnownPerson(
                new Arrival(
                        event.personId(),
                        event.registrationNumber(),
                        envelope.time(),
                        came,
                        UUID.fromString(envelope.id()),
                        event.bornIn(),
                        null),
                facts,
                Change.by(envelope),
                null,
                facts.isMedicallyUrgent() ? Urgency.since(envelope.sequence(), came) : Urgency.NONE,
                null,
                null);
    }

    private static Instant plausible(Instant told, Instant recorded, Duration skew) {
        return told.isAfter(recorded) || told.isBefore(recorded.minus(skew)) ? recorded : told;
    }

    /** The person came at another time: the wait began then (rule L4). */
    KnownPerson corrected(ArrivalTimeCorrected event, Envelope envelope, Duration skew) {
        return new KnownPerson(
                arrived.at(
                        plausible(event.arrivedAt(), arrived.recordedAt(), skew),
                        UUID.fromString(envelope.id())),
                facts,
                changed,
                linked,
                urgency,
                gone,
                returned);
    }

    KnownPerson corrected(PersonDetailsCorrected event, Envelope envelope) {
        Facts now = facts.corrected(event, envelope.sequence());
        boolean urgent = now.isMedicallyUrgent() || urgency.isClaimed();
        return new KnownPerson(
                arrived,
                now,
                now.decidesAs(facts) ? changed : Change.by(envelope),
                linked,
                urgency.changed(isMedicallyUrgent(), urgent, envelope),
                gone,
                returned);
    }

    /** Somebody else corrected it otherwise; of ages and urgent needs both count until settled. */
    KnownPerson disputed(FieldConflictFound event, Envelope envelope) {
        KnownPerson now =
                with(urgency.disputed(event), envelope)
                        .with(facts.ages().disputed(event), envelope);
        return event.age() == null
                ? now
                : now.with(now.facts.with(facts.told().and(envelope.sequence(), event.age())));
    }

    KnownPerson settled(FieldConflictSettled event, Envelope envelope) {
        return with(urgency.settled(event), envelope).with(facts.ages().settled(event), envelope);
    }

    /** Two humans assessed the age, of this registration or of one that it is merged with. */
    KnownPerson assessed(AgeAssessed event, Envelope envelope) {
        return with(facts.with(facts.told().assessed(event, envelope.sequence())));
    }

    private KnownPerson with(Facts now) {
        return new KnownPerson(arrived, now, changed, linked, urgency, gone, returned);
    }

    private KnownPerson with(Urgency now, Envelope envelope) {
        boolean urgent = facts.isMedicallyUrgent() || now.isClaimed();
        return new KnownPerson(
                arrived,
                facts,
                changed,
                linked,
                now.changed(isMedicallyUrgent(), urgent, envelope),
                gone,
                returned);
    }

    private KnownPerson with(Ages ages, Envelope envelope) {
        return ages.equals(facts.ages())
                ? this
                : new KnownPerson(
                        arrived,
                        facts.with(ages),
                        Change.by(envelope),
                        linked,
                        urgency,
                        gone,
                        returned);
    }

    /**
     * The person as every registration tells: what any of them says of age and needs protects. The
     * same when there is one only.
     *
     * @param others the person's other registrations
     */
    KnownPerson with(List<KnownPerson> others) {
        if (others.isEmpty()) {
            return this;
        }
        List<String> needs =
                Stream.concat(Stream.of(this), others.stream())
                        .flatMap(one -> one.needs().stream())
                        .distinct()
                        .toList();
        Ages ages = facts.ages();
        List<UUID> all =
                Stream.concat(Stream.of(this), others.stream()).map(KnownPerson::personId).toList();
        Age youngest = facts.told().youngest(all);
        Urgency urgent = urgency;
        Change last = changed;
        for (KnownPerson other : others) {
            ages = ages.beside(other.personId(), other.facts.ages());
            urgent = urgent.and(other.urgency);
            last = other.changed.isAfter(last) ? other.changed : last;
            Age told = other.facts.told().youngest(all);
            youngest = told.isYoungerThan(youngest) ? told : youngest;
        }
        return new KnownPerson(
                arrived,
                new Facts(
                        facts.sex(),
                        ages,
                        ToldAges.of(0, youngest),
                        facts.nationalities(),
                        needs,
                        facts.family()),
                last,
                linked,
                urgent,
                gone,
                returned);
    }

    /** A family link of this person began or ended. */
    KnownPerson linkedBy(Change change) {
        return new KnownPerson(arrived, facts, changed, change, urgency, gone, returned);
    }

    KnownPerson departed(Whereabouts where, Instant at) {
        Gone now = new Gone(where, gone == null ? at : gone.at());
        return new KnownPerson(arrived, facts, changed, linked, urgency, now, returned);
    }

    KnownPerson notDeparted() {
        return new KnownPerson(arrived, facts, changed, linked, urgency, null, returned);
    }

    KnownPerson cameBack(Instant told, Envelope envelope) {
        return new KnownPerson(
                arrived,
                facts,
                changed,
                linked,
                urgency,
                null,
                new Returned(
                        envelope.time(),
                        told.isAfter(envelope.time()) ? envelope.time() : told,
                        UUID.fromString(envelope.id())));
    }

    /** The event for which the person gets a line: the arrival, or the last return. */
    public UUID cameBy() {
        return returned == null ? arrived.eventId() : returned.eventId();
    }

    /** The event with which the wait began, as it is known now: an alarm is for that one. */
    public UUID waitsBy() {
        return returned == null && arrived.laterBy() != null ? arrived.laterBy() : cameBy();
    }

    /** When the person came: the arrival, or the last return. */
    public Instant cameAt() {
        return returned == null ? arrived.cameAt() : returned.told();
    }

    /** When it was recorded that the person came. */
    Instant cameRecorded() {
        return returned == null ? arrived.recordedAt() : returned.at();
    }

    /** Where the person went, by intake's record; null for somebody who did not go. */
    public @Nullable Whereabouts departure() {
        return gone == null ? null : gone.where();
    }

    /** Whether something was recorded after the person came back last. */
    public boolean isAfterReturn(Instant recorded) {
        return returned == null || recorded.isAfter(returned.at());
    }

    public UUID personId() {
        return arrived.personId();
    }

    public String registrationNumber() {
        return arrived.registrationNumber();
    }

    public @Nullable String bornIn() {
        return arrived.bornIn();
    }

    public Sex sex() {
        return facts.sex();
    }

    public Age age() {
        return facts.ages().standing();
    }

    public List<NationalityClaim> nationalities() {
        return facts.nationalities();
    }

    public List<String> needs() {
        return facts.needs();
    }

    public @Nullable FamilyTie family() {
        return facts.family();
    }

    /** By what stands, or by another report that differs from it. */
    public boolean isMedicallyUrgent() {
        return facts.isMedicallyUrgent() || urgency.isClaimed();
    }

    /**
     * Whether the person was a child on a day in the past, or may have been one, by the youngest
     * age that was told and not settled by an assessment (rule S5).
     */
    public boolean mayHaveBeenChild(LocalDate then) {
        return youngest().mayHaveBeenChild(then);
    }

    /**
     * Whether a person who may have been a child in the last years was never of an age, by the
     * youngest age that was told: then nobody knows how old the person was.
     */
    public boolean isTooYoungFor(int age, LocalDate today) {
        Age youngest = youngest();
        return youngest.mayHaveBeenChild(today.minusYears(RECENT_YEARS))
                && youngest.atMost(today) < age;
    }

    private Age youngest() {
        return facts.told().youngest(List.of(personId()));
    }

    /** Whether the person can have done what a ground says, when or at the age that it says. */
    public boolean canHaveDone(Ground ground, LocalDate today) {
        PartialDate act = ground.act().orElse(null);
        return facts.ages().fit(act, ground.ageAtAct(), today)
                || youngest().fits(act, ground.ageAtAct(), today);
    }

    /** A child, or a person whose age is in doubt. */
    public boolean isChildOrInDoubt(LocalDate today) {
        return facts.ages().isChildOrInDoubt(today);
    }

    /** May be a child and may be none: by the age that stands, or because others disagree. */
    public boolean isInDoubt(LocalDate today) {
        return facts.ages().isInDoubt(today);
    }

    public AgeBand band(LocalDate today) {
        return isChildOrInDoubt(today) ? AgeBand.CHILD : AgeBand.ADULT;
    }

    /** The countries of the claims with the strongest basis that there is; empty without claims. */
    public Set<String> strongestClaims() {
        NationalityBasis strongest = NationalityBasis.CLAIMED;
        for (NationalityClaim claim : nationalities()) {
            strongest = claim.basis().compareTo(strongest) > 0 ? claim.basis() : strongest;
        }
        NationalityBasis basis = strongest;
        return nationalities().stream()
                .filter(claim -> claim.basis() == basis)
                .map(NationalityClaim::country)
                .collect(Collectors.toUnmodifiableSet());
    }
}

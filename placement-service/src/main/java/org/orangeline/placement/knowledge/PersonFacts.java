package org.orangeline.placement.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Ages;
import org.orangeline.events.model.ComingTogether;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.Sex;

/**
 * A person's facts as intake recorded them; no identity.
 *
 * @param heldSince arrival of the truck that the person came with, where known and plausible
 * @param changedBy the last event that changed what the rules look at, or null
 * @param changedWith the other one of a family link that this event made or undid, or null
 * @param going how the person went and came back
 */
public record PersonFacts(
        Arrival arrival,
        Correctable facts,
        @Nullable Instant heldSince,
        @Nullable Cause changedBy,
        @Nullable UUID changedWith,
        Going going) {

    /**
     * How the person came. What a correction says of the family was not told on arrival.
     *
     * @param arrivedAt the tablet's time
     * @param recordedAt the server's time
     * @param preRegistration the truck or convoy with which the person was counted, or null
     * @param family what was told of the family on arrival; null for nothing, or once corrected
     * @param eventId {@code ce_id} of {@code PersonArrived}
     * @param bornBy the command that registered a birth in a facility, or null
     * @param before from when custody was counted until it was said that the arrival was at another
     *     time
     * @param laterBy the event that said that it was later, or null
     */
    public record Arrival(
            UUID personId,
            String registrationNumber,
            Instant arrivedAt,
            Instant recordedAt,
            @Nullable UUID preRegistration,
            @Nullable ComingTogether family,
            String eventId,
            @Nullable String bornBy,
            List<Instant> before,
            @Nullable String laterBy) {

        public Arrival {
            before = List.copyOf(before);
        }

        private Arrival at(Instant other, Instant counted, @Nullable String by) {
            return new Arrival(
                    personId,
                    registrationNumber,
                    other,
                    recordedAt,
                    preRegistration,
                    family,
                    eventId,
                    bornBy,
                    Stream.concat(before.stream(), Stream.of(counted)).distinct().toList(),
                    by);
        }

        private Arrival withoutFamily() {
            return new Arrival(
                    personId,
                    registrationNumber,
                    arrivedAt,
                    recordedAt,
                    preRegistration,
                    null,
                    eventId,
                    bornBy,
                    before,
                    laterBy);
        }
    }

    /**
     * What may be corrected.
     *
     * @param former the last families that corrections took the person out of
     */
    public record Correctable(
            Sex sex,
            Ages ages,
            List<String> needs,
            @Nullable FamilyTie family,
            List<FamilyTie> former) {

        /** Corrections that may come before anybody looks at those who stay in a family. */
        private static final int FORMER = 8;

        public Correctable {
            former = List.copyOf(former);
        }

        Correctable(Sex sex, Ages ages, List<String> needs, @Nullable FamilyTie family) {
            this(sex, ages, needs, family, List.of());
        }

        private Correctable corrected(PersonDetailsCorrected event) {
            return new Correctable(
                    event.sex() == null ? sex : event.sex(),
                    ages.corrected(event.age()),
                    event.needs() == null ? needs : Needs.listed(event.needs()),
                    event.family() == null ? family : event.family(),
                    event.family() == null || event.family().equals(family)
                            ? former
                            : lastOnes(
                                    Stream.concat(former.stream(), Stream.ofNullable(family))
                                            .distinct()
                                            .toList()));
        }

        private static List<FamilyTie> lastOnes(List<FamilyTie> ties) {
            return ties.subList(Math.max(0, ties.size() - FORMER), ties.size());
        }

        private Correctable with(Ages now) {
            return new Correctable(sex, now, needs, family, former);
        }
    }

    public static PersonFacts of(PersonArrived event, Envelope envelope) {
        return new PersonFacts(
                new Arrival(
                        event.personId(),
                        event.registrationNumber(),
                        event.arrivedAt(),
                        envelope.time(),
                        event.preRegistration(),
                        event.family() == null
                                ? null
                                : new ComingTogether(
                                        event.family(),
                                        event.arrivedAt(),
                                        event.device() == null ? null : event.device().deviceId(),
                                        envelope.time(),
                                        envelope.sequence()),
                        envelope.id(),
                        event.bornIn() == null ? null : envelope.commandId(),
                        List.of(),
                        null),
                new Correctable(
                        event.sex(),
                        Ages.of(event.age()),
                        Needs.listed(event.needs()),
                        event.family()),
                event.heldSince(),
                null,
                null,
                Going.NEVER);
    }

    /** The person came at another time: custody began then, unless the truck came before (P10). */
    PersonFacts correct(ArrivalTimeCorrected event, Envelope envelope, Duration skew) {
        Instant counted = firstCustody(skew);
        Arrival other =
                arrival.at(
                        event.arrivedAt(),
                        counted,
                        event.arrivedAt().isAfter(arrived(skew))
                                ? envelope.id()
                                : arrival.laterBy());
        return new PersonFacts(other, facts, heldSince, changedBy, changedWith, going);
    }

    PersonFacts correct(PersonDetailsCorrected event, Envelope envelope) {
        Correctable corrected = facts.corrected(event);
        boolean same = Objects.equals(facts.family(), corrected.family());
        return new PersonFacts(
                same ? arrival : arrival.withoutFamily(),
                corrected,
                heldSince,
                Cause.of(envelope),
                null,
                going);
    }

    /** Somebody else corrected the age otherwise; both count until a human settles it. */
    PersonFacts dispute(FieldConflictFound event, boolean byProgram, Cause cause) {
        return with(facts.ages().disputed(event, byProgram), cause);
    }

    PersonFacts settle(FieldConflictSettled event, Cause cause) {
        return with(facts.ages().settled(event), cause);
    }

    private PersonFacts with(Ages ages, Cause cause) {
        return ages.equals(facts.ages())
                ? this
                : new PersonFacts(arrival, facts.with(ages), heldSince, cause, null, going);
    }

    public UUID personId() {
        return arrival.personId();
    }

    String id() {
        return arrival.personId().toString();
    }

    public String registrationNumber() {
        return arrival.registrationNumber();
    }

    public @Nullable UUID preRegistration() {
        return arrival.preRegistration();
    }

    public Sex sex() {
        return facts.sex();
    }

    public Age age() {
        return facts.ages().standing();
    }

    public List<String> needs() {
        return facts.needs();
    }

    public @Nullable FamilyTie family() {
        return facts.family();
    }

    /** Under 18, or in doubt: also when anything that is said of the age says so. */
    public boolean isChildOrInDoubt(LocalDate today) {
        return facts.ages().isChildOrInDoubt(today);
    }

    /** Nobody says an age that an adult may have. */
    boolean isSurelyChild(LocalDate today) {
        return facts.ages().isSurelyChild(today);
    }

    long atLeast(LocalDate on) {
        return facts.ages().atLeast(on);
    }

    long atMost(LocalDate on) {
        return facts.ages().atMost(on);
    }

    LocalDate maybeAdultFrom() {
        return facts.ages().maybeAdultFrom();
    }

    /** From which day on the person is an adult, by everything that is said of the age. */
    LocalDate adultFrom() {
        return facts.ages().adultFrom();
    }

    /** A family link was made or undone. */
    PersonFacts changed(Cause cause, UUID with) {
        return new PersonFacts(arrival, facts, heldSince, cause, with, going);
    }

    /** Something was found out about the person. */
    PersonFacts changed(Cause cause) {
        return new PersonFacts(arrival, facts, heldSince, cause, null, going);
    }

    PersonFacts with(Going other, Cause cause) {
        return new PersonFacts(arrival, facts, heldSince, cause, null, other);
    }

    PersonFacts went(Going.Departure how) {
        return new PersonFacts(arrival, facts, heldSince, changedBy, changedWith, going.went(how));
    }

    /** How the person went; null for who is here. */
    public Going.@Nullable Departure gone() {
        return going.gone();
    }

    /** The last return; null for never. */
    public Going.@Nullable Return returned() {
        return going.returned();
    }

    /** That an authority took the person away, who may have died since; null for who was not. */
    public @Nullable Taken taken() {
        return going.gone() == null ? null : going.gone().taken();
    }

    /** As it counts for the present custody, see {@link Going#inCustody}. */
    PersonFacts inCustody(@Nullable Instant free) {
        Going now = going.inCustody(arrival.recordedAt(), free);
        return now == going
                ? this
                : new PersonFacts(arrival, facts, heldSince, changedBy, changedWith, now);
    }

    /** Id of the event with which the person came last, or which said that it was later. */
    public String cameBy() {
        if (returned() != null) {
            return returned().eventId();
        }
        return arrival.laterBy() == null ? arrival.eventId() : arrival.laterBy();
    }

    /** From when custody was counted until it was said that the arrival was at another time. */
    public List<Instant> countedBefore() {
        return arrival.before();
    }

    /** When it was recorded that the person came last. */
    public Instant cameRecorded() {
        return returned() == null ? arrival.recordedAt() : returned().recordedAt();
    }

    /** The last time that the person came: the arrival, or a return. */
    public Instant cameAt(Duration plausibleClockSkew) {
        return returned() == null ? arrived(plausibleClockSkew) : returned().at();
    }

    private Instant arrived(Duration plausibleClockSkew) {
        Instant recorded = arrival.recordedAt();
        boolean plausible =
                !arrival.arrivedAt().isAfter(recorded)
                        && !arrival.arrivedAt().isBefore(recorded.minus(plausibleClockSkew));
        return plausible ? arrival.arrivedAt() : recorded;
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
                        && !truck.arrivedAt().isAfter(arrival.arrivedAt());
        return plausible
                ? new PersonFacts(arrival, facts, truck.arrivedAt(), changedBy, changedWith, going)
                : this;
    }

    /**
     * The earliest plausible moment of custody (rule P10): the tablet's time, unless it lies after
     * the recording or so far before it that its clock must be wrong; or the arrival of the truck,
     * when that was earlier.
     */
    public Instant custodySince(Duration plausibleClockSkew) {
        return returned() == null ? firstCustody(plausibleClockSkew) : returned().at();
    }

    private Instant firstCustody(Duration plausibleClockSkew) {
        Instant told = arrived(plausibleClockSkew);
        return heldSince != null && heldSince.isBefore(told) ? heldSince : told;
    }
}

package org.orangeline.gateway.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orangeline.agreement.Concerned;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.RegistrationWithdrawn;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Ages;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Needs;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.events.placement.TransferCancelled;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;

/** Everybody of one partition, by operation and id. */
public record People(PMap<Key, KnownPerson> known) {

    /** Before the first event. */
    public static final People NOBODY = new People(ChampMap.empty());

    /** The person, or null while nobody spoke of one. */
    public @Nullable KnownPerson find(String operation, UUID person) {
        return known.get(new Key(operation, person));
    }

    /** After an event. */
    public People evolve(Recorded<DomainEvent> recorded) {
        UUID person = Concerned.person(recorded.event());
        if (person == null) {
            return this;
        }
        Key key = new Key(recorded.envelope().operation(), person);
        Instant time = recorded.envelope().time();
        // P18: there is no such person, in no scope.
        if (recorded.event() instanceof RegistrationWithdrawn) {
            return new People(known.minus(key));
        }
        KnownPerson before = known.getOrDefault(key, KnownPerson.unknown(time));
        return new People(known.plus(key, evolve(before.at(time), recorded.event(), time)));
    }

    private static KnownPerson evolve(KnownPerson person, DomainEvent event, Instant time) {
        return switch (event) {
            case PersonArrived e ->
                    person.arrived(
                            new KnownPerson.Arrival(
                                    e.registrationNumber(), e.receptionPoint(), e.arrivedAt()),
                            new KnownPerson.Facts(
                                    e.sex(),
                                    Ages.of(e.age()),
                                    e.nationalities(),
                                    Needs.listed(e.needs())));
            case PersonDetailsCorrected e -> corrected(person, e);
            case ArrivalTimeCorrected e -> person.arrivedAt(e.arrivedAt());
            case FieldConflictFound e -> aged(person, ages -> ages.disputed(e));
            case FieldConflictSettled e -> aged(person, ages -> ages.settled(e));
            case GroupAssigned e -> person.waitingIn(e.group());
            case GroupReassigned e -> person.waitingIn(e.group());
            case ScreeningConcluded e -> person.found(e.finding());
            case ScreeningReopened e -> person.found(null);
            case PlacementOrdered e ->
                    person.staying(
                            new Stay(e.placementId(), e.facilityId(), e.basis(), null, null));
            case PlacedInDetention e ->
                    person.staying(
                            new Stay(e.placementId(), e.facilityId(), e.basis(), time, null));
            case ShelterProvided e ->
                    person.staying(
                            new Stay(
                                    e.placementId(),
                                    e.facilityId(),
                                    Basis.VOLUNTARY_SHELTER,
                                    time,
                                    null));
            case BornInCustody e -> born(person, e, time);
            case FoundInside e ->
                    person.staying(
                            new Stay(e.placementId(), e.facilityId(), e.basis(), time, null));
            case FactWithdrawn e -> withdrawn(person, e, time);
            case BasisChanged e -> moved(person, stay -> stay.on(e.basis()));
            case TransferOrdered e -> moved(person, stay -> stay.headedTo(e.facilityId()));
            case TransferCancelled e -> moved(person, stay -> stay.headedTo(null));
            case Transferred e -> moved(person, stay -> stay.movedTo(e.facilityId()));
            case PlacementCancelled e -> ended(person, e.placementId());
            case ReleasedFromDetention e -> ended(person, e.placementId());
            case Escaped e -> ended(person, e.placementId());
            case DiedInCustody e -> ended(person, e.placementId());
            case HandedOver e -> ended(person, e.placementId());
            default -> person; // tells nothing that rows or facts ask for
        };
    }

    private static KnownPerson corrected(KnownPerson person, PersonDetailsCorrected e) {
        KnownPerson.Facts old = person.facts();
        if (old == null) {
            return person; // a correction never comes before its arrival
        }
        return person.with(
                new KnownPerson.Facts(
                        Objects.requireNonNullElse(e.sex(), old.sex()),
                        old.ages().corrected(e.age()),
                        Objects.requireNonNullElse(e.nationalities(), old.nationalities()),
                        e.needs() == null ? old.needs() : Needs.listed(e.needs())));
    }

    private static KnownPerson aged(KnownPerson person, UnaryOperator<Ages> change) {
        return person.facts() == null
                ? person
                : person.with(person.facts().with(change.apply(person.facts().ages())));
    }

    private static KnownPerson born(KnownPerson person, BornInCustody e, Instant time) {
        KnownPerson there =
                person.staying(new Stay(e.placementId(), e.facilityId(), null, time, null));
        Age age = Age.born(LocalDate.ofInstant(e.bornAt(), ZoneOffset.UTC));
        return there.facts() == null
                ? there.with(new KnownPerson.Facts(e.sex(), Ages.of(age), List.of(), List.of()))
                : there;
    }

    private static KnownPerson withdrawn(KnownPerson person, FactWithdrawn e, Instant time) {
        return switch (e.standing()) {
            case OUTSIDE -> ended(person, e.placementId());
            case ORDERED ->
                    person.staying(
                            new Stay(e.placementId(), e.facilityId(), e.basis(), null, null));
            case INSIDE ->
                    person.staying(
                            new Stay(e.placementId(), e.facilityId(), e.basis(), time, null));
        };
    }

    private static KnownPerson moved(
            KnownPerson person, java.util.function.UnaryOperator<Stay> move) {
        return person.stay() == null ? person : person.staying(move.apply(person.stay()));
    }

    private static KnownPerson ended(KnownPerson person, UUID placement) {
        return person.stay() != null && person.stay().placementId().equals(placement)
                ? person.staying(null)
                : person;
    }

    /** A person's id is unique in its operation. */
    public record Key(String operation, UUID person) {}
}

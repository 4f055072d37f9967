package org.orangeline.intake.arrival;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ConflictCommand.Correction;
import org.orangeline.intake.IntakeCommand.Arrival;
import org.orangeline.intake.IntakeCommand.CorrectDetails;
import org.orangeline.intake.IntakeCommand.RegisterArrival;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.conflicts.Claims;
import org.orangeline.intake.conflicts.ConflictDecider;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.families.GroupIds;
import org.orangeline.intake.needs.SensitiveNeedsDecider;
import org.orangeline.intake.numbers.NumberDecider;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Registers arrivals and corrects them. Almost nothing has to be known to be registered. */
public final class ArrivalDecider {

    private ArrivalDecider() {}

    public static Decision<IntakeEvent> register(
            RegisterArrival command, IntakeState state, Context context) {
        Optional<Refusal> machine =
                SensitiveNeedsDecider.whyNot(command.arrival().needs(), context.actor());
        if (machine.isPresent()) {
            return Decision.refuse(machine.get());
        }
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        if (state.person(command.operation(), command.personId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This person is registered already."));
        }
        Arrival arrival = command.arrival();
        String tablet = arrival.device() == null ? null : arrival.device().deviceId();
        Optional<Refusal> join = GroupIds.whyNot(arrival.family(), null, tablet, context.actor());
        if (join.isPresent()) {
            return Decision.refuse(join.get());
        }
        FamilyTie family =
                GroupIds.ofArrival(arrival.family(), tablet, operation.families(), context.actor());
        if (operation.families().isFull(family, command.personId())) {
            return Decision.refuse(groupIsFull());
        }
        Optional<Refusal> refusal =
                arrival.registrationNumber() == null
                        ? Optional.empty()
                        : NumberDecider.whyNot(
                                arrival.registrationNumber(), arrival.device(), operation, context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Duration skew = operation.legalProfile().plausibleClockSkew();
        LocalDate day = operation.day(plausible(arrival.arrivedAt(), context.now(), skew));
        List<IntakeEvent> events = new ArrayList<>();
        events.add(
                new PersonArrived(
                        command.personId(),
                        arrival.registrationNumber() == null
                                ? operation.nextNumber()
                                : arrival.registrationNumber(),
                        arrival.receptionPoint(),
                        arrival.arrivedAt(),
                        arrival.sex(),
                        arrival.age().on(day),
                        arrival.nationalities(),
                        Needs.listed(arrival.needs()),
                        family,
                        arrival.identity() == null ? null : Confidential.of(arrival.identity()),
                        arrival.device(),
                        arrival.preRegistration(),
                        heldSince(operation, arrival, context, skew),
                        null,
                        arrival.arrivedAtAsSent()));
        events.addAll(
                SensitiveNeedsDecider.told(command.personId(), Needs.sensitive(arrival.needs())));
        return Decision.accept(events);
    }

    // Nothing is lost offline: an arrival may name a group before the group's own record comes, or
    // one that nobody counted. Then nothing is claimed about its custody.
    private static @Nullable Instant heldSince(
            OperationState operation, Arrival arrival, Context context, Duration skew) {
        return arrival.preRegistration() == null
                ? null
                : operation
                        .preRegistration(arrival.preRegistration())
                        .map(group -> group.heldSince(arrival.arrivedAt(), context.now(), skew))
                        .orElse(null);
    }

    public static Decision<IntakeEvent> correct(
            CorrectDetails command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        if (command.identity() != null && operation.erasures().isErased(person.id())) {
            return Decision.refuse(
                    Refusal.conflict("This identity was erased; none is recorded any more."));
        }
        if (person.version() != command.expectedVersion()) {
            return Decision.refuse(
                    Refusal.changedMeanwhile(
                            "The person was changed since version "
                                    + command.expectedVersion()
                                    + "; read it again."));
        }
        Optional<Refusal> join =
                GroupIds.whyNot(
                        command.family(), person.family(), command.deviceId(), context.actor());
        if (join.isPresent()) {
            return Decision.refuse(join.get());
        }
        Correction correction =
                command.correction()
                        .with(
                                GroupIds.ofCorrection(
                                        command.family(),
                                        person.family(),
                                        command.deviceId(),
                                        operation.families(),
                                        context.actor()));
        if (operation.families().isFull(correction.family(), command.personId())) {
            return Decision.refuse(groupIsFull());
        }
        if (correction.isOfOtherIdentity(person.identity())) {
            return Decision.refuse(ConflictDecider.otherIdentity());
        }
        List<IntakeEvent> events = new ArrayList<>();
        Set<PersonField> claims = Claims.in(correction, person, operation, known, context);
        if (claims.isEmpty() || !claims.containsAll(correction.fields())) {
            events.add(
                    corrected(command, correction.without(claims), operation.day(context.now())));
        }
        claims.forEach(field ->
                events.add(
                        ConflictDecider.claim(
                                command,
                                correction.only(Set.of(field)),
                                field,
                                operation,
                                context)));
        return Decision.accept(events);
    }

    private static PersonDetailsCorrected corrected(
            CorrectDetails command, Correction correction, LocalDate today) {
        return new PersonDetailsCorrected(
                command.personId(),
                correction.sex(),
                correction.age() == null ? null : correction.age().on(today),
                correction.nationalities(),
                correction.needs(),
                correction.family(),
                correction.identity() == null ? null : Confidential.of(correction.identity()),
                Confidential.of(correction.reason()),
                command.deviceId());
    }

    private static Refusal groupIsFull() {
        return Refusal.conflict(
                "This family group has "
                        + FamilyTie.MOST_MEMBERS
                        + " persons already: give those who belong together an id of their own.");
    }

    // A range is relative to the day of the estimate. A tablet's clock that is far off does not age
    // anybody: then the day of the recording counts.
    private static Instant plausible(Instant told, Instant now, Duration skew) {
        boolean plausible = !told.isAfter(now) && !told.isBefore(now.minus(skew));
        return plausible ? told : now;
    }
}

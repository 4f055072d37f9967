package org.orangeline.intake.arrival;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.intake.DepartureCommand.RecordDeath;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.families.Carers;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Who leaves the reception point or dies there; each once. */
public final class DepartureDecider {

    /** A tablet's clock may be ahead by so much; what is further off is a slip of the finger. */
    static final Duration AHEAD = Duration.ofHours(24);

    /** How long after the registration officers may record that somebody was brought dead. */
    private static final Duration SEEN_TO_BE_DEAD = Duration.ofHours(1);

    private static final Refusal HANDED_OVER =
            Refusal.rule(
                    "P9",
                    "Nobody is handed over by a departure: a placement has to be ordered, and the"
                            + " hand-over from there needs an assessment and two humans. What an"
                            + " authority did unasked is recorded as TAKEN_AWAY.");

    private DepartureDecider() {}

    public static Decision<IntakeEvent> leave(
            RecordDeparture command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        if (Departures.gone(operation, person) != null) {
            return Decision.refuse(Refusal.conflict("This person is not here any more."));
        }
        if (command.kind() == DepartureKind.HANDED_OVER) {
            return Decision.refuse(HANDED_OVER);
        }
        boolean taken = command.kind() == DepartureKind.TAKEN_AWAY;
        if (taken && !context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> machine = CustodyByHumans.refusal(person, operation, known, context);
        if (machine.isPresent()) {
            return Decision.refuse(machine.get());
        }
        if (!taken && AgeClaims.isChild(operation, person.id(), context.today())) {
            Optional<Refusal> alone = childAlone(person, operation, context);
            if (alone.isPresent()) {
                return Decision.refuse(alone.get());
            }
        }
        return implausible(command.leftAt(), person, operation, context)
                .<Decision<IntakeEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new PersonLeft(
                                        command.personId(),
                                        command.leftAt(),
                                        command.reason(),
                                        command.kind())));
    }

    /** P6: a child leaves with somebody who cares for it, by a human's word. */
    private static Optional<Refusal> childAlone(
            Person child, OperationState operation, Context context) {
        if (!context.actor().isHuman()) {
            return Optional.of(
                    Refusal.rule(
                            "S6", "A named human has to say that a child leaves, and with whom."));
        }
        return Carers.of(operation, child.id(), context.today())
                        .anyMatch(carer ->
                                hasLeft(Departures.gone(operation, carer))
                                        && Carers.answersFor(operation, child.id(), carer.id()))
                ? Optional.empty()
                : Optional.of(
                        Refusal.rule(
                                "P6",
                                "A child does not leave alone: record first that a parent or guardian"
                                        + " left, with whom it goes."));
    }

    private static boolean hasLeft(@Nullable Gone gone) {
        return gone != null && gone.how() == Gone.How.LEFT && !gone.isTakenAway();
    }

    /** A death is recorded also of who had left: it is learned when it is learned. */
    public static Decision<IntakeEvent> die(
            RecordDeath command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        Gone gone = Departures.gone(operation, person);
        if (gone != null && gone.how() == Gone.How.DIED) {
            return Decision.refuse(Refusal.conflict("This death is recorded already."));
        }
        if (command.wasBroughtDead() && !context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        return CustodyByHumans.refusal(person, operation, known, context)
                .or(() ->
                        command.wasBroughtDead()
                                ? notBrought(command.diedAt(), person, operation, context)
                                : implausible(command.diedAt(), person, operation, context))
                .<Decision<IntakeEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new PersonDied(
                                        command.personId(),
                                        command.diedAt(),
                                        command.circumstances(),
                                        command.wasBroughtDead() ? true : null)));
    }

    private static Optional<Refusal> implausible(
            Instant told, Person person, OperationState operation, Context context) {
        if (told.isAfter(context.now().plus(AHEAD))) {
            return Optional.of(Refusal.conflict("This time is still to come."));
        }
        return told.isBefore(earliest(person, operation))
                ? Optional.of(
                        Refusal.conflict(
                                "This time lies before the person arrived: say when it was,"
                                        + " correct whom it is about, or say that the person was"
                                        + " brought dead."))
                : Optional.empty();
    }

    // Dead on arrival: on the way there, and no further back than a tablet's clock is believed.
    private static Optional<Refusal> notBrought(
            Instant told, Person person, OperationState operation, Context context) {
        if (context.now().isAfter(person.recordedAt().plus(SEEN_TO_BE_DEAD))) {
            return Optional.of(
                    Refusal.conflict(
                            "That somebody was brought dead can be recorded within an hour of the"
                                    + " registration. Record when and how the person died."));
        }
        Instant arrived = Departures.arrived(operation, person);
        boolean onTheWay =
                told.isBefore(arrived)
                        && !told.isBefore(
                                arrived.minus(operation.legalProfile().plausibleClockSkew()));
        return onTheWay
                ? Optional.empty()
                : Optional.of(
                        Refusal.conflict(
                                "Who was brought dead died on the way: say when, before the"
                                        + " arrival."));
    }

    /**
     * Nothing happens to a person here before the arrival. The tablet's time of that is evidence: a
     * clock that was ahead says nothing, and then only what its recording allows for counts.
     */
    static Instant earliest(Person person, OperationState operation) {
        return person.arrivedAt().isAfter(person.recordedAt())
                ? person.recordedAt().minus(operation.legalProfile().plausibleClockSkew())
                : person.arrivedAt();
    }
}

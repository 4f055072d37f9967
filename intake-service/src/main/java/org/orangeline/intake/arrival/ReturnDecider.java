package org.orangeline.intake.arrival;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.intake.DepartureCommand.ConfirmDepartureWithdrawal;
import org.orangeline.intake.DepartureCommand.RecordReturn;
import org.orangeline.intake.DepartureCommand.RequestDepartureWithdrawal;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Who comes back, and who had not gone. */
public final class ReturnDecider {

    private ReturnDecider() {}

    /** Who had left, was released or escaped begins anew; the record stays the person's. */
    public static Decision<IntakeEvent> comeBack(
            RecordReturn command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        // A registration that was merged may still say that the person was taken away (P17).
        Optional<Person> taken = Departures.carrying(operation, person, Gone::isTakenAway);
        Gone last = Departures.gone(operation, person);
        Gone gone =
                last != null && last.how() == Gone.How.DIED
                        ? last
                        : taken.map(Person::gone).orElse(last);
        Optional<Refusal> machine =
                gone == null
                        ? Optional.empty()
                        : CustodyByHumans.refusal(person, operation, known, context);
        if (machine.isPresent()) {
            return Decision.refuse(machine.get());
        }
        if (gone != null && gone.how() == Gone.How.DIED) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The person is recorded as dead. Withdraw the death first (P18)."));
        }
        Optional<Stay> stay =
                known.staysOf(command.operation())
                        .of(operation.merges().registrations(person.id()))
                        .filter(one ->
                                !one.since().isBefore(Departures.lastCame(operation, person)));
        if (stay.filter(one -> one.state() == Stay.State.DIED).isPresent()) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The person is recorded as having died in a facility. Withdraw the death"
                                    + " first (P18)."));
        }
        // Whoever was taken away from a place is inside by what placement-service knows.
        boolean inside =
                stay.filter(one -> one.state() == Stay.State.INSIDE).isPresent()
                        && (gone == null || !gone.isTakenAway());
        if (inside || (gone == null && stay.isEmpty())) {
            return Decision.refuse(Refusal.conflict("The register already has the person here."));
        }
        Instant earliest = gone == null ? person.arrivedAt() : gone.at();
        if (command.returnedAt().isBefore(earliest)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "This time is before the person's last arrival or departure."));
        }
        return command.returnedAt().isAfter(context.now().plus(DepartureDecider.AHEAD))
                ? Decision.refuse(Refusal.conflict("This time is still to come."))
                : Decision.accept(
                        new PersonReturned(
                                taken.map(Person::personId).orElse(command.personId()),
                                command.returnedAt(),
                                command.receptionPoint(),
                                command.reason()));
    }

    /** P18: one human says that the last departure or death was none. */
    public static Decision<IntakeEvent> request(
            RequestDepartureWithdrawal command, IntakeState state, Context context) {
        return asked(command.operation(), command, state, context)
                .orElseGet(() -> {
                    OperationState operation = state.require(command.operation());
                    Optional<Person> carrying =
                            Departures.carrying(
                                    operation,
                                    operation.require(command.personId()),
                                    gone -> fact(gone) == command.fact());
                    if (carrying.isEmpty()) {
                        return Decision.refuse(
                                Refusal.conflict(
                                        "This is not the last departure or death recorded for the person."));
                    }
                    Person record = carrying.get();
                    Gone gone = Objects.requireNonNull(record.gone());
                    return gone.withdrawal() == null
                            ? Decision.accept(
                                    new DepartureWithdrawalRequested(
                                            record.personId(),
                                            context.newId("withdrawal"),
                                            command.fact(),
                                            command.reason()))
                            : Decision.refuse(
                                    Refusal.conflict(
                                            "A withdrawal of this fact already waits for a second human."));
                });
    }

    /** P18: a second human says so too. */
    public static Decision<IntakeEvent> confirm(
            ConfirmDepartureWithdrawal command, IntakeState state, Context context) {
        return asked(command.operation(), command, state, context)
                .orElseGet(() -> {
                    OperationState operation = state.require(command.operation());
                    Optional<Person> carrying =
                            Departures.carrying(
                                    operation,
                                    operation.require(command.personId()),
                                    gone -> gone.isDoubtedBy(command.withdrawalId()));
                    if (carrying.isEmpty()) {
                        return Decision.refuse(
                                Refusal.conflict(
                                        "No such withdrawal waits: it was confirmed, or something"
                                                + " was recorded since."));
                    }
                    Gone gone = Objects.requireNonNull(carrying.get().gone());
                    Gone.Withdrawal asked = Objects.requireNonNull(gone.withdrawal());
                    return context.actor().mayBe(asked.requestedBy())
                            ? Decision.refuse(
                                    Refusal.rule(
                                            "P18",
                                            "A withdrawal is confirmed by another human than who"
                                                    + " asked for it."))
                            : Decision.accept(
                                    new DepartureWithdrawn(
                                            carrying.get().personId(),
                                            command.withdrawalId(),
                                            fact(gone),
                                            gone.before() == null
                                                    ? DepartureWithdrawn.Standing.HERE
                                                    : DepartureWithdrawn.Standing.LEFT,
                                            asked.requestedBy()));
                });
    }

    private static Optional<Decision<IntakeEvent>> asked(
            String operation,
            org.orangeline.intake.DepartureCommand command,
            IntakeState state,
            Context context) {
        if (!context.actor().isHuman()) {
            return Optional.of(Decision.refuse(HumansOnly.refusal()));
        }
        return state.whyNotUsable(operation, command.personId()).map(Decision::refuse);
    }

    private static DepartureWithdrawalRequested.Fact fact(Gone gone) {
        return gone.how() == Gone.How.DIED
                ? DepartureWithdrawalRequested.Fact.DEATH
                : DepartureWithdrawalRequested.Fact.DEPARTURE;
    }
}

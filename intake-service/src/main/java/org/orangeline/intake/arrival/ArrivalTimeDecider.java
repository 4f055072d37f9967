package org.orangeline.intake.arrival;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.ArrivalTimeCorrected;
import org.orangeline.events.intake.ArrivalTimeCorrectionRequested;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.IntakeCommand.CorrectArrivalTime;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Corrects when a person arrived, of any registration. Waits (L4) and custody (P10 to P12) run from
 * then: an earlier time protects sooner and counts at once, a later one once a second human says
 * the same (S6). It is as plausible as a tablet's: not after its record, nor further before it than
 * the profile believes a clock.
 */
public final class ArrivalTimeDecider {

    private ArrivalTimeDecider() {}

    public static Decision<IntakeEvent> correct(
            CorrectArrivalTime command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> refusal = state.whyUnknown(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Person person = operation.require(command.personId());
        return whyNot(command.arrivedAt(), person, operation)
                .<Decision<IntakeEvent>>map(Decision::refuse)
                .orElseGet(() -> decided(command, person, operation, context));
    }

    private static Decision<IntakeEvent> decided(
            CorrectArrivalTime command, Person person, OperationState operation, Context context) {
        Person.OtherTime asked = person.arrivedElse();
        if (command.arrivedAt().isBefore(Departures.arrived(operation, person))) {
            return corrected(command, null);
        }
        if (asked == null || !asked.arrivedAt().equals(command.arrivedAt())) {
            return Decision.accept(
                    new ArrivalTimeCorrectionRequested(
                            command.personId(), command.arrivedAt(), command.reason()));
        }
        return context.actor().mayBe(asked.by())
                ? Decision.refuse(
                        Refusal.rule(
                                "S6",
                                "The clocks that protect the person would run from a later moment:"
                                        + " another human has to say the same time as well."))
                : corrected(command, asked.by());
    }

    private static Decision<IntakeEvent> corrected(
            CorrectArrivalTime command, @Nullable String requestedBy) {
        return Decision.accept(
                new ArrivalTimeCorrected(
                        command.personId(), command.arrivedAt(), requestedBy, command.reason()));
    }

    private static Optional<Refusal> whyNot(Instant told, Person person, OperationState operation) {
        if (person.isWithdrawn() || person.bornIn() != null) {
            return Optional.of(
                    Refusal.conflict("Who was born in custody arrived nowhere (P18 withdraws)."));
        }
        if (told.equals(person.arrivedAt())) {
            return Optional.of(Refusal.conflict("This is the time that is recorded."));
        }
        Instant earliest = person.recordedAt().minus(operation.legalProfile().plausibleClockSkew());
        if (told.isAfter(person.recordedAt()) || told.isBefore(earliest)) {
            return Optional.of(
                    implausible(
                            "arrivedAt lies between "
                                    + earliest
                                    + " and "
                                    + person.recordedAt()
                                    + ", when the arrival was recorded."));
        }
        if (isBackBefore(told, person, operation)) {
            return Optional.of(
                    Refusal.rule(
                            "L4",
                            "By another registration the person had gone before they came by this one:"
                                    + " the arrival cannot be before that."));
        }
        return isGoneBefore(told, person, operation)
                ? Optional.of(implausible("arrivedAt cannot be after the person had gone."))
                : Optional.empty();
    }

    // Who was brought dead had died before the arrival, whenever that was.
    private static boolean isGoneBefore(Instant told, Person person, OperationState operation) {
        return person.gone() != null
                && person.gone().at().isBefore(told)
                && !person.gone().at().isBefore(Departures.arrived(operation, person));
    }

    // Whoever came again after a departure would be gone, and in nobody's custody (P10, P14).
    private static boolean isBackBefore(Instant told, Person person, OperationState operation) {
        Instant recorded = Departures.arrived(operation, person);
        return operation.merges().registrations(operation.merges().inUse(person.id())).stream()
                .flatMap(record -> Stream.ofNullable(operation.persons().get(record)))
                .filter(record -> !record.id().equals(person.id()))
                .flatMap(record -> Stream.ofNullable(record.gone()))
                .anyMatch(gone -> gone.at().isBefore(recorded) && !told.isAfter(gone.at()));
    }

    private static Refusal implausible(String detail) {
        return new Refusal(Refusal.Kind.RULE, detail, List.of());
    }
}

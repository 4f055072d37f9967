package org.orangeline.intake.ages;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.AgeAssessmentRequested;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.AgeCommand;
import org.orangeline.intake.AgeCommand.ConfirmAgeAssessment;
import org.orangeline.intake.AgeCommand.RequestAgeAssessment;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Told;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Assesses ages, by two humans (rule S6). What they found counts for the person: every registration
 * that says otherwise is corrected, and every age that was disputed is settled.
 */
public final class AgeDecider {

    private static final Confidential<String> REASON =
            Confidential.of("Two humans assessed the age.");
    private static final Confidential<String> GIVEN_BACK =
            Confidential.of("The age was assessed for another person.");

    private AgeDecider() {}

    public static Decision<IntakeEvent> decide(
            AgeCommand command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        return switch (command) {
            case RequestAgeAssessment request -> request(request, operation, context);
            case ConfirmAgeAssessment confirm -> confirm(confirm, operation, context);
        };
    }

    private static Decision<IntakeEvent> request(
            RequestAgeAssessment command, OperationState operation, Context context) {
        if (!AgeAssessment.isPlausible(command.method(), command.marginYears())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The margin of a method is "
                                    + AgeAssessment.LEAST_MARGIN
                                    + " to "
                                    + AgeAssessment.MOST_MARGIN
                                    + " years; only a document may have none."));
        }
        Optional<Refusal> never =
                Told.implausible(
                        "the assessment", command.at(), command.personId(), operation, context);
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        LocalDate day =
                command.at() == null
                        ? context.today()
                        : command.at().atOffset(ZoneOffset.UTC).toLocalDate();
        Age age = command.age().on(day).widened(command.marginYears(), command.method(), day);
        return Decision.accept(
                new AgeAssessmentRequested(
                        command.personId(),
                        context.newId("age assessment"),
                        age,
                        command.method(),
                        command.marginYears(),
                        context.actor().id(),
                        command.reason(),
                        command.at()));
    }

    private static Decision<IntakeEvent> confirm(
            ConfirmAgeAssessment command, OperationState operation, Context context) {
        Optional<AgeAssessment> found =
                operation
                        .conflicts()
                        .assessment(command.assessmentId())
                        .filter(AgeAssessment::waits)
                        .filter(one -> one.personId().equals(command.personId()));
        if (found.isEmpty()) {
            return Decision.refuse(
                    Refusal.notFound("No such assessment waits for a second human."));
        }
        AgeAssessment assessment = found.get();
        if (context.actor().mayBeId(assessment.assessedBy())) {
            return Decision.refuse(
                    Refusal.rule(
                            "S6",
                            "Another human than the one who assessed the age has to confirm it."));
        }
        List<String> registrations = registrations(operation, assessment, context.today());
        List<IntakeEvent> events = new ArrayList<>();
        events.add(
                new AgeAssessed(
                        assessment.personId(),
                        assessment.assessmentId(),
                        assessment.age(),
                        assessment.method(),
                        assessment.marginYears(),
                        assessment.assessedBy(),
                        context.actor().id(),
                        registrations.stream().map(UUID::fromString).toList()));
        for (String registration : registrations) {
            events.add(corrected(UUID.fromString(registration), assessment.age(), REASON));
            for (Conflict conflict : operation.conflicts().of(registration)) {
                if (conflict.field() == PersonField.AGE) {
                    events.add(settled(conflict, assessment.age(), context.today()));
                }
            }
        }
        return Decision.accept(events);
    }

    // The one in use, and each that would go on saying child when an adult was found.
    private static List<String> registrations(
            OperationState operation, AgeAssessment assessment, LocalDate today) {
        boolean adult = !assessment.age().isChildOrInDoubt(today);
        return operation.merges().registrations(assessment.personId().toString()).stream()
                .filter(one ->
                        one.equals(assessment.personId().toString())
                                || (adult && AgeClaims.mayBeChild(operation, one, today)))
                .toList();
    }

    private static FieldConflictSettled settled(Conflict conflict, Age found, LocalDate today) {
        Age other = conflict.other().age();
        boolean taken =
                other != null && other.isChildOrInDoubt(today) == found.isChildOrInDoubt(today);
        return new FieldConflictSettled(
                conflict.personId(),
                conflict.conflictId(),
                PersonField.AGE,
                taken ? Took.OTHER : Took.STANDING,
                REASON);
    }

    /**
     * What a merge that is taken back gives back: a registration whose age was assessed for the
     * other person protects as it did before.
     *
     * @param leaving the registrations that go their own way
     */
    public static List<IntakeEvent> givenBack(
            OperationState operation, List<String> leaving, LocalDate today) {
        List<IntakeEvent> events = new ArrayList<>();
        operation
                .conflicts()
                .confirmed()
                .filter(one -> !leaving.contains(one.personId().toString()))
                .flatMap(one -> one.others().entrySet().stream())
                .filter(before -> leaving.contains(before.getKey()))
                .filter(before -> before.getValue().isChildOrInDoubt(today))
                .filter(before -> !AgeClaims.mayBeChild(operation, before.getKey(), today))
                .map(before ->
                        corrected(UUID.fromString(before.getKey()), before.getValue(), GIVEN_BACK))
                .forEach(events::add);
        return events;
    }

    private static PersonDetailsCorrected corrected(
            UUID person, Age age, Confidential<String> reason) {
        return new PersonDetailsCorrected(person, null, age, null, null, null, null, reason);
    }
}

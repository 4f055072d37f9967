package org.orangeline.intake.ages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        LocalDate day = operation.day(command.at() == null ? context.now() : command.at());
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
     * What a merge that is taken back gives back: nobody knows which of the two people was assessed
     * while they were held to be one, so that each registration protects as it did before.
     *
     * @param one the registrations of the one person
     * @param other those of the other one
     * @param since when the merge was made
     */
    public static List<IntakeEvent> givenBack(
            OperationState operation,
            List<String> one,
            List<String> other,
            Instant since,
            LocalDate today) {
        Map<String, Age> before =
                operation
                        .conflicts()
                        .confirmed()
                        .flatMap(assessment -> changed(assessment, one, other, since))
                        .filter(entry -> entry.getValue().isChildOrInDoubt(today))
                        .filter(entry -> !AgeClaims.mayBeChild(operation, entry.getKey(), today))
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey,
                                        Map.Entry::getValue,
                                        (x, y) -> x.isYoungerThan(y) ? x : y,
                                        TreeMap::new));
        List<IntakeEvent> events = new ArrayList<>();
        before.forEach((registration, age) ->
                events.add(corrected(UUID.fromString(registration), age, GIVEN_BACK)));
        return events;
    }

    // One that was asked for before the merge was of the person whose registration it names.
    private static Stream<Map.Entry<String, Age>> changed(
            AgeAssessment assessment, List<String> one, List<String> other, Instant since) {
        String person = assessment.personId().toString();
        if (!one.contains(person) && !other.contains(person)) {
            return Stream.empty();
        }
        List<String> others = one.contains(person) ? other : one;
        boolean whileMerged = !assessment.requestedAt().isBefore(since);
        return assessment.before().entrySet().stream()
                .filter(before ->
                        others.contains(before.getKey())
                                || (whileMerged && before.getKey().equals(person)));
    }

    private static PersonDetailsCorrected corrected(
            UUID person, Age age, Confidential<String> reason) {
        return new PersonDetailsCorrected(person, null, age, null, null, null, null, reason);
    }
}

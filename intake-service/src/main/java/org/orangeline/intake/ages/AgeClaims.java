package org.orangeline.intake.ages;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FieldConflictSettled.Took;
import org.orangeline.events.model.Age;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.StatedAge;
import org.orangeline.intake.conflicts.Conflict;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Refusal;

/**
 * What a change of an age takes away. An age that protects more counts at once. One that would end
 * a child's protection is a claim: it is kept beside the age that stands, and protects nobody less,
 * until two humans have assessed the age (rule S6).
 */
public final class AgeClaims {

    private AgeClaims() {}

    /** Whether the age as told would make an adult of somebody who stands as a child. */
    public static boolean raises(Person person, @Nullable StatedAge told, LocalDate today) {
        return told != null
                && person.age().isChildOrInDoubt(today)
                && !told.on(today).isChildOrInDoubt(today);
    }

    /** Whether a settlement would leave nobody's word that the person may be a child. */
    public static boolean endsProtection(
            OperationState state, Conflict conflict, Took took, LocalDate today) {
        if (conflict.other().age() == null) {
            return false;
        }
        String person = conflict.personId().toString();
        Age standing = state.require(conflict.personId()).age();
        Age counts = took == Took.STANDING ? standing : conflict.other().age();
        Stream<Age> left =
                Stream.concat(
                        Stream.of(counts),
                        state.conflicts().of(person).stream()
                                .filter(one -> !one.conflictId().equals(conflict.conflictId()))
                                .flatMap(one -> Stream.ofNullable(one.other().age())));
        return mayBeChild(state, person, today)
                && left.noneMatch(age -> age.isChildOrInDoubt(today));
    }

    /** A child, or in doubt or in dispute, by one registration. */
    public static boolean mayBeChild(OperationState state, String registration, LocalDate today) {
        return state.require(UUID.fromString(registration)).age().isChildOrInDoubt(today)
                || state.conflicts().mayBeChild(registration, today);
    }

    /** A child, or in doubt or in dispute, by any registration of the person. */
    public static boolean isChild(OperationState state, String person, LocalDate today) {
        return state.merges().registrations(state.merges().inUse(person)).stream()
                .anyMatch(registration -> mayBeChild(state, registration, today));
    }

    /** Of all that is said of a registration's age, what protects; else what stands. */
    static Age protecting(OperationState state, String registration, LocalDate day) {
        Age standing = state.require(UUID.fromString(registration)).age();
        Optional<Age> disputed =
                state.conflicts().of(registration).stream()
                        .flatMap(conflict -> Stream.ofNullable(conflict.other().age()))
                        .filter(age -> age.isChildOrInDoubt(day))
                        .findFirst();
        return standing.isChildOrInDoubt(day) ? standing : disputed.orElse(standing);
    }

    /** What is answered to one human who would end a child's protection alone. */
    public static Refusal needsAssessment() {
        return Refusal.rule(
                "S6",
                "This would end a child's protection: two humans have to assess the age, one who"
                        + " says by which method and margin, and another one who confirms it.");
    }
}

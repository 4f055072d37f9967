package org.orangeline.intake.ages;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
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
 * a child's protection, now or sooner than the age that stands, is a claim: it is kept beside that
 * one, and protects nobody less, until two humans have assessed the age (rule S6).
 */
public final class AgeClaims {

    /**
     * Years within which a change of the day on which a child is grown up matters: people wait, are
     * held and are asked after for years. An officer who corrects a small child's age by a year
     * needs nobody else.
     */
    static final int MATTERS_WITHIN = 3;

    private AgeClaims() {}

    /** Whether the age as told would end the protection of somebody who stands as a child. */
    public static boolean raises(Person person, @Nullable StatedAge told, LocalDate today) {
        return told != null
                && endsSooner(told.on(today).adultFrom(), person.age().adultFrom(), today);
    }

    private static boolean endsSooner(LocalDate end, LocalDate before, LocalDate today) {
        return before.isAfter(today) && end.isBefore(before) && isSoon(end, today);
    }

    /** Whether an age is an adult's, or becomes one so soon that nobody takes it alone. */
    public static boolean matters(Age told, LocalDate today) {
        return isSoon(told.adultFrom(), today);
    }

    private static boolean isSoon(LocalDate end, LocalDate today) {
        return !end.isAfter(today.plusYears(MATTERS_WITHIN));
    }

    /** Whether a settlement would end the protection sooner than what anybody says. */
    public static boolean endsProtection(
            OperationState state, Conflict conflict, Took took, LocalDate today) {
        if (conflict.other().age() == null) {
            return false;
        }
        String person = conflict.personId().toString();
        Age standing = state.require(conflict.personId()).age();
        Age counts = took == Took.STANDING ? standing : conflict.other().age();
        LocalDate before =
                lastAdultFrom(
                        Stream.concat(
                                Stream.of(standing), disputed(state, person, unused -> true)));
        LocalDate left =
                lastAdultFrom(
                        Stream.concat(
                                Stream.of(counts),
                                disputed(
                                        state,
                                        person,
                                        one -> !one.conflictId().equals(conflict.conflictId()))));
        return endsSooner(left, before, today);
    }

    private static Stream<Age> disputed(
            OperationState state, String person, Predicate<Conflict> which) {
        return state.conflicts().of(person).stream()
                .filter(which)
                .flatMap(one -> Stream.ofNullable(one.other().age()));
    }

    private static LocalDate lastAdultFrom(Stream<Age> ages) {
        return ages.map(Age::adultFrom).max(LocalDate::compareTo).orElseThrow();
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
                "This would end a child's protection, now or sooner: two humans have to assess the age, one who"
                        + " says by which method and margin, and another one who confirms it.");
    }
}

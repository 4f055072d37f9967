package org.orangeline.intake.duplicates;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.arrival.Gone;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.families.Link;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Refusal;

/**
 * Whether two registrations can be of one person at all. It is wide on purpose: two tablets guess
 * an age differently, and a wrong sex, age or tie is corrected before the merge.
 */
final class OnePerson {

    /** What two guesses of one age may differ by beside the factor of two: years. */
    private static final int GUESSES_DIFFER = 3;

    private static final Set<Sex> TOLD = EnumSet.of(Sex.FEMALE, Sex.MALE);

    private OnePerson() {}

    /** Why not, over all registrations that lead to the two. */
    static Optional<Refusal> whyNot(
            OperationState operation, String one, String other, LocalDate today) {
        for (String mine : operation.merges().registrations(one)) {
            for (String theirs : operation.merges().registrations(other)) {
                @Nullable String why =
                        why(
                                operation,
                                operation.persons().get(mine),
                                operation.persons().get(theirs),
                                today);
                if (why != null) {
                    return Optional.of(
                            Refusal.conflict(
                                    "Two registrations of one person cannot differ so: "
                                            + why
                                            + " Correct what is wrong first."));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable String why(
            OperationState operation,
            @Nullable Person one,
            @Nullable Person other,
            LocalDate today) {
        if (one == null || other == null) {
            return null;
        }
        if (areRelatives(operation, one, other)) {
            return "they are registered as relatives of one another.";
        }
        if (one.sex() != other.sex() && TOLD.contains(one.sex()) && TOLD.contains(other.sex())) {
            return "one is registered as a woman or girl, the other as a man or boy.";
        }
        if (isMuchOlder(one, other, today) || isMuchOlder(other, one, today)) {
            return "one is far older than the other.";
        }
        if (wasHereBefore(one, other) || wasHereBefore(other, one)) {
            return "one was here before the other was born.";
        }
        if (one.bornIn() != null && other.bornIn() != null) {
            return "each was born here, at a birth of its own.";
        }
        return diedBefore(one, other) || diedBefore(other, one)
                ? "one died before the other arrived."
                : null;
    }

    private static boolean areRelatives(OperationState operation, Person one, Person other) {
        return isLinked(operation.families().linksOf(one.id()), other.id())
                || isLinked(operation.families().linksOf(other.id()), one.id())
                || careInOneGroup(one.family(), other.family());
    }

    private static boolean isLinked(Map<String, Link> links, String other) {
        Link link = links.get(other);
        return link != null && !link.ended();
    }

    // Two tablets may register one member of a family twice, but not as parent and as child.
    private static boolean careInOneGroup(@Nullable FamilyTie one, @Nullable FamilyTie other) {
        return one != null
                && other != null
                && one.groupId().equals(other.groupId())
                && (isChildBeside(one, other) || isChildBeside(other, one));
    }

    private static boolean isChildBeside(FamilyTie child, FamilyTie carer) {
        return child.role() == FamilyRole.CHILD && carer.role().caresForChildren();
    }

    private static boolean isMuchOlder(Person older, Person younger, LocalDate today) {
        return older.age().atLeast(today) > 2 * younger.age().atMost(today) + GUESSES_DIFFER;
    }

    private static boolean diedBefore(Person dead, Person arrived) {
        return dead.gone() != null
                && dead.gone().how() == Gone.How.DIED
                && dead.gone().at().isBefore(arrived.arrivedAt());
    }

    private static boolean wasHereBefore(Person arrived, Person born) {
        return born.bornIn() != null
                && arrived.bornIn() == null
                && arrived.arrivedAt().isBefore(born.arrivedAt());
    }
}

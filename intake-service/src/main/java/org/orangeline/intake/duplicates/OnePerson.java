package org.orangeline.intake.duplicates;

import java.time.Instant;
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
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.families.Carers;
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
            OperationState operation, Stays stays, String one, String other, LocalDate today) {
        if (Carers.descends(operation, one, other) || Carers.descends(operation, other, one)) {
            return Optional.of(differ("one descends from the other."));
        }
        if (haveParentAndChildInOne(operation, one, other)) {
            return Optional.of(differ("somebody would be parent and child of the same person."));
        }
        for (String mine : operation.merges().registrations(one)) {
            for (String theirs : operation.merges().registrations(other)) {
                @Nullable String why =
                        why(
                                operation,
                                operation.persons().get(mine),
                                operation.persons().get(theirs),
                                stays,
                                today);
                if (why != null) {
                    return Optional.of(differ(why));
                }
            }
        }
        return Optional.empty();
    }

    private static Refusal differ(String why) {
        return Refusal.conflict(
                "Two registrations of one person cannot differ so: "
                        + why
                        + " Correct what is wrong first.");
    }

    // Over a third person: somebody's father and the same one's son.
    private static boolean haveParentAndChildInOne(
            OperationState operation, String one, String other) {
        Set<String> parentsOfOne = Carers.linked(operation, one, FamilyRole.PARENT);
        Set<String> parentsOfOther = Carers.linked(operation, other, FamilyRole.PARENT);
        return Carers.linked(operation, one, FamilyRole.CHILD).stream()
                        .anyMatch(parentsOfOther::contains)
                || Carers.linked(operation, other, FamilyRole.CHILD).stream()
                        .anyMatch(parentsOfOne::contains);
    }

    private static @Nullable String why(
            OperationState operation,
            @Nullable Person one,
            @Nullable Person other,
            Stays stays,
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
        return diedBefore(one, other, stays) || diedBefore(other, one, stays)
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

    // A death in a facility is known by when it was recorded only.
    private static boolean diedBefore(Person dead, Person arrived, Stays stays) {
        Stay stay = stays.byPerson().get(dead.id());
        boolean inside =
                stay != null
                        && stay.state() == Stay.State.DIED
                        && stay.since().isBefore(arrived.arrivedAt());
        return inside
                || (dead.gone() != null
                        && dead.gone().how() == Gone.How.DIED
                        && dead.gone().at().isBefore(arrived.arrivedAt())
                        && !wasBroughtDead(dead));
    }

    // Who was brought dead may be registered twice like anybody else.
    private static boolean wasBroughtDead(Person dead) {
        Instant came =
                dead.arrivedAt().isAfter(dead.recordedAt()) ? dead.recordedAt() : dead.arrivedAt();
        return dead.gone() != null && dead.gone().at().isBefore(came);
    }

    private static boolean wasHereBefore(Person arrived, Person born) {
        return born.bornIn() != null
                && arrived.bornIn() == null
                && arrived.arrivedAt().isBefore(born.arrivedAt());
    }
}

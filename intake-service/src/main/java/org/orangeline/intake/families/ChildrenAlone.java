package org.orangeline.intake.families;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;

/** Which children have neither parent nor guardian here, and what was raised about them. */
public final class ChildrenAlone {

    private ChildrenAlone() {}

    /**
     * The families that an event about a person may have changed: its own, and those of whom it was
     * linked, grouped or merged with before.
     */
    static Stream<FamilyCircle> touchedBy(OperationState state, Stays stays, String person) {
        SequencedSet<String> seeds = new LinkedHashSet<>();
        seeds.add(state.merges().inUse(person));
        for (String registration : state.merges().registrations(person)) {
            state.families()
                    .linksOf(registration)
                    .forEach((other, link) -> {
                        if (link.ended()) {
                            seeds.add(state.merges().inUse(other));
                        }
                    });
            state.families()
                    .groupsLeft(registration)
                    .forEach(group ->
                            state.families()
                                    .members(group)
                                    .forEach(other -> seeds.add(state.merges().inUse(other))));
        }
        state.merges().formerly(person).forEach(other -> seeds.add(state.merges().inUse(other)));
        SequencedSet<String> seen = new LinkedHashSet<>();
        return seeds.stream()
                .filter(seed -> !seen.contains(seed))
                .map(seed -> {
                    FamilyCircle circle = FamilyCircle.around(state, stays, seed);
                    seen.addAll(circle.members());
                    return circle;
                });
    }

    /** Whether a person counts as a child that is still here, under the number in use. */
    static boolean isChildHere(OperationState state, Stays stays, String id, LocalDate day) {
        Person person = state.persons().get(id);
        return person != null
                && Departures.gone(state, person) == null
                && FamilyCircle.stay(state, stays, id)
                        .map(Stay::state)
                        .filter(Stay.State::isAway)
                        .isEmpty()
                && !state.merges().isMergedAway(id)
                && (person.age().isChildOrInDoubt(day) || AgeClaims.isChild(state, id, day));
    }

    /** Whether a child that is still here has nobody who cares for it, raised or not. */
    public static boolean isAlone(OperationState state, Stays stays, String id, LocalDate day) {
        return isChildHere(state, stays, id, day)
                && FamilyCircle.around(state, stays, id).loneliness(id).isPresent();
    }

    /** What was last raised about a child and is not settled. */
    static Optional<Loneliness> raised(OperationState state, String child) {
        return Optional.ofNullable(state.families().alone().get(child)).map(Alone::kind);
    }

    /** The children that are alone by what was raised, and are children to this day. */
    public static Stream<Person> open(OperationState state, Stays stays, LocalDate day) {
        return state.families().alone().entrySet().stream()
                .filter(entry -> entry.getValue().kind() != null)
                .filter(entry -> isChildHere(state, stays, entry.getKey(), day))
                .map(entry -> state.persons().get(entry.getKey()));
    }

    /** Everybody in whose family there may be a child, or may have been one. */
    public static Stream<String> subjects(OperationState state) {
        Families families = state.families();
        return state.persons().values().stream()
                .filter(person ->
                        person.family() != null
                                || families.links().containsKey(person.id())
                                || families.left().containsKey(person.id())
                                || state.merges().hasMerges(person.id())
                                || AgeClaims.mayBeChild(state, person.id(), person.arrivalDay()))
                .map(Person::id);
    }

    /** The event that the next one about a child follows from. */
    static String cause(Person child, @Nullable Alone last) {
        return (last == null ? child.arrival() : last.event()).toString();
    }
}

package org.orangeline.intake.families;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.arrival.Departures;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.custody.Stays;
import org.orangeline.intake.operations.OperationState;

/**
 * A whole family: everybody who is connected over groups and links, by the registrations in use. A
 * registration that was merged brings its group and its links to the one that it leads to.
 */
public final class FamilyCircle {

    private final OperationState state;
    private final Stays stays;
    private final SequencedSet<String> members = new LinkedHashSet<>();
    private final Set<String> groups = new HashSet<>();
    // Asked for each child; so that a look at a family costs as much as it has members, each of
    // these goes through the members once.
    private final Map<String, List<String>> carersByGroup = new HashMap<>();
    private final Map<String, List<String>> adults = new HashMap<>();
    private final Map<String, Boolean> adult = new HashMap<>();
    private final Map<String, String> places = new HashMap<>();
    private final NavigableSet<Instant> registered = new TreeSet<>();
    private @Nullable Instant lastNews;

    private FamilyCircle(OperationState state, Stays stays) {
        this.state = state;
        this.stays = stays;
    }

    /** The family of a person, nearest first, the person itself included. */
    public static FamilyCircle around(OperationState state, Stays stays, String person) {
        FamilyCircle circle = new FamilyCircle(state, stays);
        circle.members.add(state.merges().inUse(person));
        List<String> next = List.copyOf(circle.members);
        while (!next.isEmpty()) {
            SequencedSet<String> found = new LinkedHashSet<>();
            next.forEach(member -> circle.neighbours(member, found));
            next = found.stream().filter(circle.members::add).toList();
        }
        return circle;
    }

    /** The registrations in use of everybody, nearest first. */
    public SequencedSet<String> members() {
        return members;
    }

    private void neighbours(String member, Collection<String> found) {
        for (String registration : state.merges().registrations(member)) {
            FamilyTie tie = tie(registration);
            if (tie != null && groups.add(tie.groupId())) {
                state.families()
                        .members(tie)
                        .forEach(other -> found.add(state.merges().inUse(other)));
            }
            state.families()
                    .linksOf(registration)
                    .forEach((other, link) -> {
                        if (!link.ended()) {
                            found.add(state.merges().inUse(other));
                        }
                    });
        }
    }

    /**
     * How a child is alone: with an adult relative at the same place, or with none. Empty when
     * somebody who cares for it is at the same place: verified, or come together with it.
     */
    public Optional<Loneliness> loneliness(String child) {
        if (carers(child).anyMatch(carer -> Carers.answersFor(state, child, carer))) {
            return Optional.empty();
        }
        String place = place(child);
        boolean relatives = twoAdults(place).stream().anyMatch(member -> !member.equals(child));
        return Optional.of(relatives ? Loneliness.SEPARATED : Loneliness.UNACCOMPANIED);
    }

    // Two, so that there is one besides whoever asks.
    private List<String> twoAdults(String place) {
        return adults.computeIfAbsent(
                place,
                there ->
                        members.stream()
                                .filter(member -> isAdult(member) && isAt(member, there))
                                .limit(2)
                                .toList());
    }

    /** A parent or guardian who is verified, and at the same place. */
    public Optional<String> carer(String child) {
        return carers(child).filter(carer -> Carers.isVerified(state, child, carer)).findFirst();
    }

    /** Who was stated to care for the child, could by age, and is at the same place. */
    public Stream<String> carers(String child) {
        String place = place(child);
        Person ward = state.persons().get(child);
        return state.merges().registrations(child).stream()
                .flatMap(one -> Stream.concat(carersOf(one, place).stream(), linked(one, place)))
                .distinct()
                .filter(carer -> !carer.equals(child) && isPlausible(carer, child, ward));
    }

    private boolean isPlausible(String carer, String child, @Nullable Person ward) {
        Person older = state.persons().get(carer);
        return older != null
                && ward != null
                && Carers.role(state, child, carer)
                        .filter(role ->
                                role.isPlausible(older.age(), ward.age(), older.arrivalDay()))
                        .isPresent();
    }

    private Stream<String> linked(String registration, String place) {
        return state.families().linksOf(registration).entrySet().stream()
                .filter(link -> !link.getValue().ended())
                .filter(link -> link.getValue().relation().caresForChildren())
                .map(link -> state.merges().inUse(link.getKey()))
                .filter(one -> isAdult(one) && isAt(one, place))
                .sorted();
    }

    /** What a member is to a person, where a link or the roles in a group say it. */
    public Optional<FamilyRole> relation(String person, String member) {
        for (String mine : state.merges().registrations(person)) {
            for (String theirs : state.merges().registrations(member)) {
                Link link = state.families().linksOf(mine).get(theirs);
                if (link != null && !link.ended()) {
                    return Optional.of(link.relation());
                }
                FamilyRole byGroup = byGroup(tie(mine), tie(theirs));
                if (byGroup != null) {
                    return Optional.of(byGroup);
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable FamilyRole byGroup(
            @Nullable FamilyTie mine, @Nullable FamilyTie theirs) {
        if (mine == null || theirs == null || !mine.groupId().equals(theirs.groupId())) {
            return null;
        }
        if (mine.role() == FamilyRole.CHILD) {
            return theirs.role() == FamilyRole.CHILD ? FamilyRole.SIBLING : byRole(theirs);
        }
        if (mine.role().caresForChildren() && theirs.role() == FamilyRole.CHILD) {
            return FamilyRole.CHILD;
        }
        return null;
    }

    // Of a sibling or a spouse in the group it is not told whose.
    private static @Nullable FamilyRole byRole(FamilyTie theirs) {
        return theirs.role().caresForChildren() ? theirs.role() : null;
    }

    private List<String> carersOf(String registration, String place) {
        FamilyTie tie = tie(registration);
        return tie == null
                ? List.of()
                : carersByGroup.computeIfAbsent(
                        tie.groupId() + " " + place,
                        unused ->
                                state.families().members(tie).stream()
                                        .filter(this::caresForChildren)
                                        .map(state.merges()::inUse)
                                        .filter(one -> isAdult(one) && isAt(one, place))
                                        .distinct()
                                        .toList());
    }

    private boolean caresForChildren(String registration) {
        FamilyTie tie = tie(registration);
        return tie != null && tie.role().caresForChildren();
    }

    private @Nullable FamilyTie tie(String registration) {
        Person person = state.persons().get(registration);
        return person == null ? null : person.family();
    }

    private boolean isAt(String person, String place) {
        return place(person).equals(place)
                && !isGone(person)
                && !stays.isMissing(state.merges().registrations(person));
    }

    private boolean isGone(String person) {
        Person found = state.persons().get(person);
        return found == null || Departures.gone(state, found) != null || isAway(person);
    }

    // By the day of the arrival, so that no clock is asked.
    private boolean isAdult(String person) {
        return adult.computeIfAbsent(
                person,
                one -> {
                    Person found = state.persons().get(one);
                    return found != null
                            && !found.age().isChildOrInDoubt(found.arrivalDay())
                            && Carers.isAdult(state, one, found.arrivalDay());
                });
    }

    /** Where a person is: in a facility, released, or at the reception point. */
    private String place(String person) {
        return places.computeIfAbsent(person, this::findPlace);
    }

    private String findPlace(String person) {
        Optional<Stay> stay = stay(person);
        if (stay.isPresent()) {
            if (stay.get().state() != Stay.State.INSIDE) {
                return stay.get().state().name();
            }
            // A child that goes to a hospital with its mother is with her.
            boolean away = stays.isAway(state.merges().registrations(person));
            return (away ? "away from " : "in ") + stay.get().facilityId();
        }
        Person found = state.persons().get(person);
        if (found == null) {
            return "";
        }
        return found.bornIn() == null ? "at " + found.receptionPoint() : "in " + found.bornIn();
    }

    /** Whether a person is dead, escaped or handed over, by what the places say. */
    boolean isAway(String person) {
        return stay(person).filter(stay -> stay.state().isAway()).isPresent();
    }

    /** The last news from the places about a member. */
    public Optional<Stay> stay(String person) {
        return stay(state, stays, person);
    }

    /** The last news from the places about a person, if it is younger than the person's return. */
    static Optional<Stay> stay(OperationState state, Stays stays, String person) {
        Person found = state.persons().get(person);
        return stays.of(state.merges().registrations(person))
                .filter(stay -> found == null || found.isAfterReturn(stay.since()));
    }

    /** When the last member was registered, of those who were until then. */
    Instant lastRegistered(Instant until) {
        if (registered.isEmpty()) {
            members.stream()
                    .flatMap(member -> Stream.ofNullable(state.persons().get(member)))
                    .map(Person::recordedAt)
                    .forEach(registered::add);
        }
        Instant last = registered.floor(until);
        return last == null ? until : last;
    }

    /** When the places last told anything about any member. */
    Instant lastNews() {
        Instant last = lastNews;
        if (last == null) {
            last =
                    members.stream()
                            .flatMap(member -> stay(member).stream())
                            .map(Stay::since)
                            .max(Instant::compareTo)
                            .orElse(Instant.MIN);
            lastNews = last;
        }
        return last;
    }
}

package org.orangeline.intake.families;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;

/**
 * A whole family: everybody who is connected over groups and links, by the registrations in use. A
 * registration that was merged brings its group and its links to the one that it leads to.
 */
public final class FamilyCircle {

    private final OperationState state;
    private final SequencedSet<String> members = new LinkedHashSet<>();
    private final Set<String> groups = new HashSet<>();
    private final Map<String, List<String>> carersByGroup = new HashMap<>();

    private FamilyCircle(OperationState state) {
        this.state = state;
    }

    /** The family of a person, nearest first, the person itself included. */
    public static FamilyCircle around(OperationState state, String person) {
        FamilyCircle circle = new FamilyCircle(state);
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

    /** How a child is alone; empty when a parent or guardian is here. */
    public Optional<Loneliness> loneliness(String child) {
        if (carer(child).isPresent()) {
            return Optional.empty();
        }
        boolean relatives =
                members.stream().anyMatch(member -> !member.equals(child) && isHere(member));
        return Optional.of(relatives ? Loneliness.SEPARATED : Loneliness.UNACCOMPANIED);
    }

    /** A parent or guardian who is here, by group or by link. */
    public Optional<String> carer(String child) {
        for (String registration : state.merges().registrations(child)) {
            Optional<String> found =
                    carersOf(registration).stream().filter(one -> !one.equals(child)).findFirst();
            if (found.isEmpty()) {
                found = linkedCarer(registration, child);
            }
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> linkedCarer(String registration, String child) {
        return state.families().linksOf(registration).entrySet().stream()
                .filter(link -> !link.getValue().ended())
                .filter(link -> link.getValue().relation().caresForChildren())
                .map(link -> state.merges().inUse(link.getKey()))
                .filter(one -> !one.equals(child) && isHere(one))
                .min(String::compareTo);
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

    private List<String> carersOf(String registration) {
        FamilyTie tie = tie(registration);
        return tie == null
                ? List.of()
                : carersByGroup.computeIfAbsent(
                        tie.groupId(),
                        group ->
                                state.families().members(group).stream()
                                        .filter(this::caresForChildren)
                                        .map(state.merges()::inUse)
                                        .filter(this::isHere)
                                        .distinct()
                                        .limit(2)
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

    private boolean isHere(String person) {
        Person found = state.persons().get(person);
        return found != null && found.gone() == null;
    }
}

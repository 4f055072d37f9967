package org.orangeline.screening.knowledge;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * An operation that is open, with those who arrived.
 *
 * @param persons by person id
 * @param families ids of the members by family group id, in a fixed order
 */
public record KnownOperation(
        GroupingPlan plan,
        LegalProfile legalProfile,
        PMap<String, KnownPerson> persons,
        PMap<String, TreePSet<String>> families) {

    /** More who share a family's id are no family: a tablet sent the same id for strangers. */
    static final int LARGEST_FAMILY = 100;

    static KnownOperation opened(GroupingPlan plan, LegalProfile legalProfile) {
        return new KnownOperation(plan, legalProfile, HashTreePMap.empty(), HashTreePMap.empty());
    }

    public Optional<KnownPerson> person(UUID personId) {
        return Optional.ofNullable(persons.get(personId.toString()));
    }

    /** The other known members of a person's family group. */
    public List<KnownPerson> familyOf(KnownPerson person) {
        FamilyTie tie = person.family();
        if (tie == null) {
            return List.of();
        }
        String self = person.personId().toString();
        TreePSet<String> members = families.getOrDefault(tie.groupId(), TreePSet.empty());
        if (members.size() > LARGEST_FAMILY) {
            return List.of();
        }
        return members.stream()
                .filter(id -> !id.equals(self))
                .map(persons::get)
                .filter(Objects::nonNull)
                .toList();
    }

    KnownOperation with(KnownPerson person) {
        String id = person.personId().toString();
        KnownPerson before = persons.get(id);
        return new KnownOperation(
                plan,
                legalProfile,
                persons.plus(id, person),
                joined(left(families, before, id), person, id));
    }

    private static PMap<String, TreePSet<String>> left(
            PMap<String, TreePSet<String>> families, @Nullable KnownPerson before, String id) {
        FamilyTie tie = before == null ? null : before.family();
        if (tie == null) {
            return families;
        }
        TreePSet<String> rest = families.getOrDefault(tie.groupId(), TreePSet.empty()).minus(id);
        return rest.isEmpty() ? families.minus(tie.groupId()) : families.plus(tie.groupId(), rest);
    }

    private static PMap<String, TreePSet<String>> joined(
            PMap<String, TreePSet<String>> families, KnownPerson person, String id) {
        FamilyTie tie = person.family();
        return tie == null
                ? families
                : families.plus(
                        tie.groupId(),
                        families.getOrDefault(tie.groupId(), TreePSet.empty()).plus(id));
    }
}

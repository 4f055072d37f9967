package org.orangeline.placement.knowledge;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.plan.LegalProfile;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What is known of an operation. Intake's and screening's events come over separate channels, so a
 * conclusion may be here before the person's facts, or before the operation itself.
 *
 * @param legalProfile null until the operation's opening was learned
 * @param facts by person id
 * @param conclusions the last one, by person id
 * @param families ids of members by the family's id
 */
public record KnownOperation(
        @Nullable LegalProfile legalProfile,
        PMap<String, PersonFacts> facts,
        PMap<String, Conclusion> conclusions,
        PMap<String, TreePSet<String>> families) {

    /** More who share a family's id are no family: a tablet sent the same id for strangers. */
    static final int LARGEST_FAMILY = 100;

    static final KnownOperation EMPTY =
            new KnownOperation(
                    null, HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    public Optional<PersonFacts> person(UUID personId) {
        return Optional.ofNullable(facts.get(personId.toString()));
    }

    public Optional<Conclusion> conclusion(UUID personId) {
        return Optional.ofNullable(conclusions.get(personId.toString()));
    }

    /** The other known members of the person's family. */
    public Stream<PersonFacts> relatives(PersonFacts person) {
        if (person.family() == null) {
            return Stream.empty();
        }
        TreePSet<String> members =
                families.getOrDefault(person.family().groupId(), TreePSet.empty());
        if (members.size() > LARGEST_FAMILY) {
            return Stream.empty();
        }
        return members.stream()
                .filter(id -> !id.equals(person.personId().toString()))
                .map(id -> Optional.ofNullable(facts.get(id)))
                .flatMap(Optional::stream);
    }

    KnownOperation opened(LegalProfile profile) {
        return new KnownOperation(profile, facts, conclusions, families);
    }

    KnownOperation with(Conclusion conclusion, UUID personId) {
        return new KnownOperation(
                legalProfile, facts, conclusions.plus(personId.toString(), conclusion), families);
    }

    KnownOperation with(PersonFacts person) {
        String id = person.personId().toString();
        PersonFacts before = facts.get(id);
        PMap<String, TreePSet<String>> members = families;
        if (before != null && before.family() != null) {
            members = change(members, before.family(), group -> group.minus(id));
        }
        if (person.family() != null) {
            members = change(members, person.family(), group -> group.plus(id));
        }
        return new KnownOperation(legalProfile, facts.plus(id, person), conclusions, members);
    }

    private static PMap<String, TreePSet<String>> change(
            PMap<String, TreePSet<String>> families,
            FamilyTie family,
            UnaryOperator<TreePSet<String>> change) {
        return families.plus(
                family.groupId(),
                change.apply(families.getOrDefault(family.groupId(), TreePSet.empty())));
    }
}

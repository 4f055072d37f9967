package org.orangeline.placement.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.plan.LegalProfile;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * What is known of an operation. Intake's and screening's events come over separate channels, so a
 * conclusion may be here before the person's facts, or before the operation itself.
 *
 * @param legalProfile null until the operation's opening was learned
 * @param facts by person id
 * @param conclusions the last one, by person id
 * @param families ids of members by the family's id, sorted
 */
public record KnownOperation(
        @Nullable LegalProfile legalProfile,
        PMap<String, PersonFacts> facts,
        PMap<String, Conclusion> conclusions,
        PMap<String, List<String>> families) {

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
        return families.getOrDefault(person.family().groupId(), List.of()).stream()
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
        PMap<String, List<String>> members = families;
        if (before != null && before.family() != null) {
            String old = before.family().groupId();
            members =
                    members.plus(
                            old,
                            members.getOrDefault(old, List.of()).stream()
                                    .filter(other -> !other.equals(id))
                                    .toList());
        }
        if (person.family() != null) {
            String group = person.family().groupId();
            members =
                    members.plus(
                            group,
                            Stream.concat(
                                            members.getOrDefault(group, List.of()).stream(),
                                            Stream.of(id))
                                    .distinct()
                                    .sorted()
                                    .toList());
        }
        return new KnownOperation(legalProfile, facts.plus(id, person), conclusions, members);
    }
}

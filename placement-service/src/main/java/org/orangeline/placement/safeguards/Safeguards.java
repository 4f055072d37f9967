package org.orangeline.placement.safeguards;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What was signed, declared and assessed for the protection of people.
 *
 * @param overrides by person id; each person has few
 * @param apart whom a person is kept apart from, both ways
 * @param assessments the last one by person id and receiver
 */
public record Safeguards(
        PMap<String, List<RuleOverride>> overrides,
        PMap<String, TreePSet<String>> apart,
        PMap<String, PMap<String, Assessment>> assessments) {

    public static final Safeguards NONE =
            new Safeguards(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    public List<RuleOverride> overrides(UUID personId) {
        return overrides.getOrDefault(personId.toString(), List.of());
    }

    /** The override that two people signed for that person, place and rule. */
    public Optional<RuleOverride> signed(UUID personId, String facilityId, String rule) {
        return overrides(personId).stream()
                .filter(override ->
                        override.signed()
                                && override.facilityId().equals(facilityId)
                                && override.rule().equals(rule))
                .findFirst();
    }

    public Stream<UUID> apartFrom(UUID personId) {
        return apart.getOrDefault(personId.toString(), TreePSet.empty()).stream()
                .map(UUID::fromString);
    }

    public Optional<Assessment> assessment(UUID personId, String receiver) {
        return Optional.ofNullable(
                assessments.getOrDefault(personId.toString(), HashTreePMap.empty()).get(receiver));
    }

    public Safeguards with(OverrideRequested event, String actor) {
        var override =
                new RuleOverride(
                        event.overrideId(),
                        event.personId(),
                        event.facilityId(),
                        event.rule(),
                        actor,
                        false);
        return withOverrides(
                event.personId(),
                Stream.concat(overrides(event.personId()).stream(), Stream.of(override)).toList());
    }

    public Safeguards with(OverrideSigned event) {
        return withOverrides(
                event.personId(),
                overrides(event.personId()).stream()
                        .map(override ->
                                override.overrideId().equals(event.overrideId())
                                        ? override.countersigned()
                                        : override)
                        .toList());
    }

    private Safeguards withOverrides(UUID personId, List<RuleOverride> list) {
        return new Safeguards(overrides.plus(personId.toString(), list), apart, assessments);
    }

    public Safeguards with(KeepApartDeclared event) {
        String one = event.personId().toString();
        String other = event.otherId().toString();
        return new Safeguards(
                overrides,
                apart.plus(one, of(one).plus(other)).plus(other, of(other).plus(one)),
                assessments);
    }

    public Safeguards with(KeepApartLifted event) {
        String one = event.personId().toString();
        String other = event.otherId().toString();
        return new Safeguards(
                overrides,
                apart.plus(one, of(one).minus(other)).plus(other, of(other).minus(one)),
                assessments);
    }

    public Safeguards with(NonRefoulementAssessed event) {
        String person = event.personId().toString();
        return new Safeguards(
                overrides,
                apart,
                assessments.plus(
                        person,
                        assessments
                                .getOrDefault(person, HashTreePMap.empty())
                                .plus(
                                        event.receiver(),
                                        new Assessment(event.assessmentId(), event.risk()))));
    }

    private TreePSet<String> of(String person) {
        return apart.getOrDefault(person, TreePSet.empty());
    }
}

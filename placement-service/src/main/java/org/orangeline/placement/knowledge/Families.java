package org.orangeline.placement.knowledge;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * Who is related: by a family's id, which tablets give, and by links, which officers make.
 *
 * @param groups ids of members by the family's id
 * @param links by person id: what the relative of that id is to the person
 */
public record Families(
        PMap<String, TreePSet<String>> groups, PMap<String, TreePMap<String, FamilyRole>> links) {

    /** More who share a family's id are no family: a tablet sent the same id for strangers. */
    static final int LARGEST_FAMILY = 100;

    static final Families NONE = new Families(ChampMap.empty(), ChampMap.empty());

    /** A relative's id, and what that one is to the person. */
    public record Relation(String relative, FamilyRole role) {}

    /** The links of a person. */
    Stream<Relation> links(String person) {
        return links.getOrDefault(person, TreePMap.empty()).entrySet().stream()
                .map(link -> new Relation(link.getKey(), link.getValue()));
    }

    /** The other members of the person's group. */
    Stream<String> group(FamilyTie tie, String person) {
        TreePSet<String> members = groups.getOrDefault(tie.groupId(), TreePSet.empty());
        return members.size() > LARGEST_FAMILY
                ? Stream.empty()
                : members.stream().filter(id -> !id.equals(person));
    }

    Families join(FamilyTie tie, String person) {
        return change(tie, members -> members.plus(person));
    }

    Families leave(FamilyTie tie, String person) {
        return change(tie, members -> members.minus(person));
    }

    Families link(String person, String relative, FamilyRole role) {
        return new Families(
                groups,
                plus(plus(links, person, relative, role), relative, person, role.inverse()));
    }

    Families unlink(String person, String relative) {
        return new Families(groups, minus(minus(links, person, relative), relative, person));
    }

    private Families change(FamilyTie tie, UnaryOperator<TreePSet<String>> change) {
        return new Families(
                groups.plus(
                        tie.groupId(),
                        change.apply(groups.getOrDefault(tie.groupId(), TreePSet.empty()))),
                links);
    }

    private static PMap<String, TreePMap<String, FamilyRole>> plus(
            PMap<String, TreePMap<String, FamilyRole>> links,
            String person,
            String relative,
            FamilyRole role) {
        return links.plus(
                person, links.getOrDefault(person, TreePMap.empty()).plus(relative, role));
    }

    private static PMap<String, TreePMap<String, FamilyRole>> minus(
            PMap<String, TreePMap<String, FamilyRole>> links, String person, String relative) {
        TreePMap<String, FamilyRole> left =
                links.getOrDefault(person, TreePMap.empty()).minus(relative);
        return left.isEmpty() ? links.minus(person) : links.plus(person, left);
    }
}

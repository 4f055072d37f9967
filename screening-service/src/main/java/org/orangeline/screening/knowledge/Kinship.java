package org.orangeline.screening.knowledge;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * Who belongs to whom.
 *
 * @param groups ids of the members by family group id, in a fixed order
 * @param links by person id, then link id; each link stands with both of its persons
 * @param concerns by person id, who has to be looked at when something happens to that person:
 *     whoever was linked or merged with it or in its group, also when that is past, since the end
 *     of a tie changes a line as well as its beginning
 */
public record Kinship(
        PMap<String, TreePSet<String>> groups,
        PMap<String, PMap<String, Link>> links,
        PMap<String, TreePSet<String>> concerns) {

    static final Kinship NONE = new Kinship(ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /** The members of a group, none when they are too many to be one family. */
    TreePSet<String> members(@Nullable FamilyTie tie) {
        TreePSet<String> all =
                tie == null
                        ? TreePSet.empty()
                        : groups.getOrDefault(tie.groupId(), TreePSet.empty());
        return all.size() > FamilyTie.MOST_MEMBERS ? TreePSet.empty() : all;
    }

    Collection<Link> linksOf(String id) {
        return links.getOrDefault(id, ChampMap.empty()).values();
    }

    Kinship moved(String id, @Nullable FamilyTie before, @Nullable FamilyTie now) {
        if (before != null && now != null && before.groupId().equals(now.groupId())) {
            return this;
        }
        Kinship left = before == null ? this : left(id, before);
        return now == null
                ? left
                : new Kinship(
                        left.groups.plus(
                                now.groupId(),
                                left.groups.getOrDefault(now.groupId(), TreePSet.empty()).plus(id)),
                        left.links,
                        left.concerns);
    }

    private Kinship left(String id, FamilyTie tie) {
        TreePSet<String> rest = groups.getOrDefault(tie.groupId(), TreePSet.empty()).minus(id);
        Kinship left =
                new Kinship(
                        rest.isEmpty()
                                ? groups.minus(tie.groupId())
                                : groups.plus(tie.groupId(), rest),
                        links,
                        concerns);
        if (rest.size() > FamilyTie.MOST_MEMBERS) {
            return left;
        }
        for (String member : rest) {
            left = left.concerning(id, member);
        }
        return left;
    }

    Kinship linked(FamilyLinked event) {
        String person = event.personId().toString();
        String relative = event.relativeId().toString();
        String link = event.linkId().toString();
        return concerning(person, relative)
                .concerning(relative, person)
                .with(person, link, new Link(relative, event.relation()))
                .with(relative, link, new Link(person, event.relation().inverse()));
    }

    Kinship unlinked(UUID personId, UUID relativeId, UUID linkId) {
        return without(personId.toString(), linkId.toString())
                .without(relativeId.toString(), linkId.toString());
    }

    Kinship concerning(String id, String other) {
        return new Kinship(
                groups,
                links,
                concerns.plus(id, concerns.getOrDefault(id, TreePSet.empty()).plus(other)));
    }

    private Kinship with(String id, String linkId, Link link) {
        return new Kinship(
                groups,
                links.plus(id, links.getOrDefault(id, ChampMap.empty()).plus(linkId, link)),
                concerns);
    }

    private Kinship without(String id, String linkId) {
        PMap<String, Link> rest = links.getOrDefault(id, ChampMap.empty()).minus(linkId);
        return new Kinship(
                groups, rest.isEmpty() ? links.minus(id) : links.plus(id, rest), concerns);
    }
}

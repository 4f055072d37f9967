package org.orangeline.placement.knowledge;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.ComingTogether;
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
 * @param carers of these, who is parent or guardian there
 * @param links by person id: what the relative of that id is to the person
 * @param verified by child id, the carers whom a second human verified, for as long as the tie
 *     stands
 * @param raised by child id, {@code ce_sequence} of the first event that raised it as alone
 */
public record Families(
        PMap<String, TreePSet<String>> groups,
        PMap<String, TreePSet<String>> carers,
        PMap<String, TreePMap<String, FamilyRole>> links,
        PMap<String, TreePSet<String>> verified,
        PMap<String, Long> raised) {

    static final Families NONE =
            new Families(
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty());

    /** A relative's id, and what that one is to the person. */
    public record Relation(String relative, FamilyRole role) {}

    /** The links of a person. */
    Stream<Relation> links(String person) {
        return links.getOrDefault(person, TreePMap.empty()).entrySet().stream()
                .map(link -> new Relation(link.getKey(), link.getValue()));
    }

    /** What a relative is to a person by a link; null when there is none. */
    @Nullable FamilyRole role(String person, String relative) {
        return links.getOrDefault(person, TreePMap.empty()).get(relative);
    }

    /** The other members of the person's group. */
    Stream<String> group(FamilyTie tie, String person) {
        return isFamily(tie) ? others(groups, tie, person) : Stream.empty();
    }

    /** The parents and guardians of the person's group, without the person. */
    Stream<String> carers(FamilyTie tie, String person) {
        return isFamily(tie) ? others(carers, tie, person) : Stream.empty();
    }

    // More who share a family's id are no family: a tablet sent the same id for strangers.
    private boolean isFamily(FamilyTie tie) {
        return groups.getOrDefault(tie.groupId(), TreePSet.empty()).size()
                <= FamilyTie.MOST_MEMBERS;
    }

    private static Stream<String> others(
            PMap<String, TreePSet<String>> sets, FamilyTie tie, String person) {
        return sets.getOrDefault(tie.groupId(), TreePSet.empty()).stream()
                .filter(id -> !id.equals(person));
    }

    Families join(FamilyTie tie, String person) {
        return new Families(
                change(groups, tie, members -> members.plus(person)),
                tie.role().caresForChildren()
                        ? change(carers, tie, members -> members.plus(person))
                        : carers,
                links,
                verified,
                raised);
    }

    Families leave(FamilyTie tie, String person) {
        Families left =
                new Families(
                        change(groups, tie, members -> members.minus(person)),
                        change(carers, tie, members -> members.minus(person)),
                        links,
                        verified,
                        raised);
        // A verification ends with its tie: here with those of the group, unless a link stands.
        for (String other : left.groups.getOrDefault(tie.groupId(), TreePSet.empty())) {
            if (role(person, other) == null) {
                left = left.unverified(person, other);
            }
        }
        return left;
    }

    /** A second human verified that somebody cares for a child. */
    Families verify(String child, String carer) {
        return verified(child, verified.getOrDefault(child, TreePSet.empty()).plus(carer));
    }

    /** Whether a second human verified the tie. */
    boolean isVerified(String child, String carer) {
        return verified.getOrDefault(child, TreePSet.empty()).contains(carer);
    }

    /** Nothing was verified of the two, whoever cares for whom. */
    Families unverified(String one, String other) {
        return noCarer(one, other).noCarer(other, one);
    }

    private Families noCarer(String child, String carer) {
        return isVerified(child, carer)
                ? verified(child, verified.getOrDefault(child, TreePSet.empty()).minus(carer))
                : this;
    }

    private Families verified(String child, TreePSet<String> by) {
        return new Families(
                groups,
                carers,
                links,
                by.isEmpty() ? verified.minus(child) : verified.plus(child, by),
                raised);
    }

    /** A child was raised as alone, perhaps once more. */
    Families raise(String child, long sequence) {
        return raised.containsKey(child)
                ? this
                : new Families(groups, carers, links, verified, raised.plus(child, sequence));
    }

    /** The sequence of the first event that raised a child as alone, by one record. */
    long raised(String child) {
        return raised.getOrDefault(child, ComingTogether.NEVER);
    }

    Families link(String person, String relative, FamilyRole role) {
        return new Families(
                groups,
                carers,
                plus(plus(links, person, relative, role), relative, person, role.inverse()),
                verified,
                raised);
    }

    Families unlink(String person, String relative) {
        return new Families(
                        groups,
                        carers,
                        minus(minus(links, person, relative), relative, person),
                        verified,
                        raised)
                .unverified(person, relative);
    }

    private static PMap<String, TreePSet<String>> change(
            PMap<String, TreePSet<String>> sets,
            FamilyTie tie,
            UnaryOperator<TreePSet<String>> change) {
        return sets.plus(
                tie.groupId(), change.apply(sets.getOrDefault(tie.groupId(), TreePSet.empty())));
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

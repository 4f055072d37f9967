package org.orangeline.intake.families;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * Who belongs to whom, by groups and by links.
 *
 * @param groups members of each group, in the order in which they came to it
 * @param left the groups that a person once belonged to: whoever stayed there is looked at again
 * @param links by person, then by the other side
 * @param alone what was last raised about a child
 */
public record Families(
        PMap<String, PVector<String>> groups,
        PMap<String, PVector<String>> left,
        PMap<String, PMap<String, Link>> links,
        PMap<String, Alone> alone) {

    public static final Families NONE =
            new Families(ChampMap.empty(), ChampMap.empty(), ChampMap.empty(), ChampMap.empty());

    /** A person's group is another one than before. */
    public Families moved(UUID personId, @Nullable FamilyTie before, @Nullable FamilyTie after) {
        String from = before == null ? null : before.groupId();
        String to = after == null ? null : after.groupId();
        if (from == null ? to == null : from.equals(to)) {
            return this;
        }
        String person = SharedValues.text(personId);
        PMap<String, PVector<String>> changed = groups;
        PMap<String, PVector<String>> former = left;
        if (from != null) {
            PVector<String> others = changed.getOrDefault(from, TreePVector.empty()).minus(person);
            changed = others.isEmpty() ? changed.minus(from) : changed.plus(from, others);
            PVector<String> known = former.getOrDefault(person, TreePVector.empty());
            former = known.contains(from) ? former : former.plus(person, known.plus(from));
        }
        if (to != null) {
            changed = changed.plus(to, changed.getOrDefault(to, TreePVector.empty()).plus(person));
        }
        return new Families(changed, former, links, alone);
    }

    public Families link(FamilyLinked event) {
        return side(event.personId(), event.relativeId(), Link.of(event))
                .side(event.relativeId(), event.personId(), Link.inverse(event));
    }

    public Families unlink(FamilyUnlinked event) {
        return link(event.personId(), event.relativeId())
                .map(link -> side(event.personId(), event.relativeId(), link.end()))
                .orElse(this)
                .endInverse(event);
    }

    private Families endInverse(FamilyUnlinked event) {
        return link(event.relativeId(), event.personId())
                .map(link -> side(event.relativeId(), event.personId(), link.end()))
                .orElse(this);
    }

    private Families side(UUID one, UUID other, Link link) {
        PMap<String, Link> ofOne = links.getOrDefault(one.toString(), ChampMap.empty());
        return new Families(
                groups,
                left,
                links.plus(SharedValues.text(one), ofOne.plus(SharedValues.text(other), link)),
                alone);
    }

    public Families raise(ChildFoundAlone event, Envelope envelope) {
        return with(
                event.personId(),
                new Alone(event.kind(), UUID.fromString(envelope.id()), envelope.time()));
    }

    public Families settle(ChildReunited event, Envelope envelope) {
        return with(
                event.personId(), new Alone(null, UUID.fromString(envelope.id()), envelope.time()));
    }

    private Families with(UUID child, Alone now) {
        return new Families(groups, left, links, alone.plus(SharedValues.text(child), now));
    }

    /** The link between two persons that counts. */
    public Optional<Link> link(UUID one, UUID other) {
        return Optional.ofNullable(linksOf(one.toString()).get(other.toString()))
                .filter(link -> !link.ended());
    }

    /** A person's links by the other side, also those that were removed. */
    public Map<String, Link> linksOf(String person) {
        return links.getOrDefault(person, ChampMap.empty());
    }

    public List<String> members(FamilyTie tie) {
        return members(tie.groupId());
    }

    /** Whether a group has no room for somebody who is not in it yet. */
    public boolean isFull(@Nullable FamilyTie tie, UUID newcomer) {
        return tie != null
                && members(tie).size() >= FamilyTie.MOST_MEMBERS
                && !members(tie).contains(newcomer.toString());
    }

    List<String> members(String groupId) {
        return groups.getOrDefault(groupId, TreePVector.empty());
    }

    Collection<String> groupsLeft(String person) {
        return left.getOrDefault(person, TreePVector.empty());
    }
}

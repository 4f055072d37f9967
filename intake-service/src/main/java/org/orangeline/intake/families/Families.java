package org.orangeline.intake.families;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinkRequested;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.model.ComingTogether;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
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
 * @param stated by person, who said to which group it belongs
 * @param verified by child, the carers whom a second human verified, for as long as the tie stands
 * @param owners by group, the tablet or the officer who named it first
 */
public record Families(
        PMap<String, PVector<String>> groups,
        PMap<String, PVector<String>> left,
        PMap<String, PMap<String, Link>> links,
        PMap<String, Alone> alone,
        PMap<String, Stated> stated,
        PMap<String, PVector<String>> verified,
        PMap<String, String> owners) {

    public static final Families NONE =
            new Families(
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty());

    /**
     * A person's group is another one than before.
     *
     * @param by who said so, and when
     * @param tablet which kept it; null for none
     */
    public Families moved(
            UUID personId,
            @Nullable FamilyTie before,
            @Nullable FamilyTie after,
            Stated by,
            @Nullable String tablet) {
        String person = SharedValues.text(personId);
        String from = before == null ? null : before.groupId();
        String to = after == null ? null : after.groupId();
        if (Objects.equals(before, after)) {
            return this;
        }
        PMap<String, Stated> said = after == null ? stated : stated.plus(person, by);
        if (Objects.equals(from, to)) {
            return with(groups, left, said).withoutUnlinked(person, from);
        }
        PMap<String, PVector<String>> changed = groups;
        PMap<String, PVector<String>> former = left;
        if (from != null) {
            PVector<String> others = changed.getOrDefault(from, TreePVector.empty()).minus(person);
            changed = others.isEmpty() ? changed.minus(from) : changed.plus(from, others);
            PVector<String> known = former.getOrDefault(person, TreePVector.empty());
            former = known.contains(from) ? former : former.plus(person, known.plus(from));
        }
        Families moved = with(changed, former, said);
        if (to != null) {
            moved =
                    with(
                                    changed.plus(
                                            to,
                                            changed.getOrDefault(to, TreePVector.empty())
                                                    .plus(person)),
                                    former,
                                    said)
                            .owned(to, GroupIds.owner(tablet, by.by()));
        }
        return moved.withoutUnlinked(person, from);
    }

    /**
     * Gives a group id to the tablet that named it first: on no other tablet does it mean this
     * group.
     */
    public Families claimed(String group, @Nullable String tablet, String actor) {
        return owned(group, GroupIds.owner(tablet, actor));
    }

    private Families owned(String group, String first) {
        return owners.containsKey(group)
                ? this
                : new Families(
                        groups, left, links, alone, stated, verified, owners.plus(group, first));
    }

    /** Who named a group first; null for one that nobody has named. */
    @Nullable String owner(String groupId) {
        return owners.get(groupId);
    }

    /** Whether anybody is, or was, in a group of that id. */
    boolean isKnown(String groupId) {
        return owners.containsKey(groupId);
    }

    private Families with(
            PMap<String, PVector<String>> changed,
            PMap<String, PVector<String>> former,
            PMap<String, Stated> said) {
        return new Families(changed, former, links, alone, said, verified, owners);
    }

    // A verification ends with its tie: here with those of the group, unless a link stands.
    private Families withoutUnlinked(String person, @Nullable String group) {
        Families rest = this;
        for (String other : group == null ? List.<String>of() : members(group)) {
            if (!isLinked(person, other)) {
                rest = rest.unverified(person, other);
            }
        }
        return rest;
    }

    private boolean isLinked(String one, String other) {
        Link link = linksOf(one).get(other);
        return link != null && !link.ended();
    }

    public Families link(FamilyLinked event, String by, boolean atBirth) {
        Link link = Link.of(event, by, atBirth);
        return side(event.personId(), event.relativeId(), link)
                .side(event.relativeId(), event.personId(), link.inverse());
    }

    /** A human said that a link is wrong; it counts until a second one says so. */
    public Families doubt(FamilyUnlinkRequested event, String human) {
        Families doubted = this;
        for (UUID one : List.of(event.personId(), event.relativeId())) {
            UUID other = one.equals(event.personId()) ? event.relativeId() : event.personId();
            Link link = doubted.link(one, other).orElse(null);
            if (link != null) {
                doubted = doubted.side(one, other, link.doubted(human));
            }
        }
        return doubted;
    }

    public Families unlink(FamilyUnlinked event) {
        String person = event.personId().toString();
        String relative = event.relativeId().toString();
        return link(event.personId(), event.relativeId())
                .map(link -> side(event.personId(), event.relativeId(), link.end()))
                .orElse(this)
                .endInverse(event)
                .unverified(person, relative);
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
                alone,
                stated,
                verified,
                owners);
    }

    public Families raise(ChildFoundAlone event, Envelope envelope) {
        return with(event.personId(), event.kind(), envelope);
    }

    public Families settle(ChildReunited event, Envelope envelope) {
        return with(event.personId(), null, envelope);
    }

    private Families with(UUID personId, @Nullable Loneliness kind, Envelope envelope) {
        String child = SharedValues.text(personId);
        Alone last = alone.get(child);
        Alone now =
                new Alone(
                        kind,
                        UUID.fromString(envelope.id()),
                        envelope.time(),
                        last == null ? envelope.sequence() : last.raised());
        return new Families(groups, left, links, alone.plus(child, now), stated, verified, owners);
    }

    /** See {@link Alone#raised}; of one registration. */
    long raised(String child) {
        Alone last = alone.get(child);
        return last == null ? ComingTogether.NEVER : last.raised();
    }

    public Families verify(CarerVerified event) {
        String child = SharedValues.text(event.personId());
        String carer = SharedValues.text(event.carerId());
        return verified(child, verifiedOf(child).minus(carer).plus(carer));
    }

    /** Nothing was verified of the two, whoever cares for whom. */
    public Families unverified(String one, String other) {
        return noCarer(one, other).noCarer(other, one);
    }

    private Families noCarer(String child, String carer) {
        PVector<String> carers = verifiedOf(child);
        return carers.contains(carer) ? verified(child, carers.minus(carer)) : this;
    }

    private Families verified(String child, PVector<String> carers) {
        return new Families(
                groups,
                left,
                links,
                alone,
                stated,
                carers.isEmpty() ? verified.minus(child) : verified.plus(child, carers),
                owners);
    }

    private PVector<String> verifiedOf(String child) {
        return verified.getOrDefault(child, TreePVector.empty());
    }

    /** Whether a second human verified the tie, by these registrations of the two. */
    public boolean isVerified(String child, String carer) {
        return verifiedOf(child).contains(carer);
    }

    /** Who said to which group a person belongs; null for one that is in none. */
    public @Nullable Stated stated(String person) {
        return stated.get(person);
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

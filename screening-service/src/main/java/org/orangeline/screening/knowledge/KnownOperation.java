package org.orangeline.screening.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.AgeAssessed;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.plan.ProfileHistory;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePSet;
import org.pcollections.TreePVector;

/**
 * An operation that is open, with those who arrived.
 *
 * @param plan what assigns from now on
 * @param formerPlans what assigned before, the oldest first
 * @param profiles the limits now and before
 * @param persons by person id, merged or not
 * @param revoked tablets that are trusted no more
 */
public record KnownOperation(
        GroupingPlan plan,
        PVector<PlanVersion> formerPlans,
        ProfileHistory profiles,
        PMap<String, KnownPerson> persons,
        Kinship kinship,
        Merges merges,
        TreePSet<String> revoked) {

    static KnownOperation opened(GroupingPlan plan, LegalProfile legalProfile) {
        return new KnownOperation(
                plan,
                TreePVector.empty(),
                ProfileHistory.of(legalProfile),
                ChampMap.empty(),
                Kinship.NONE,
                Merges.NONE,
                TreePSet.empty());
    }

    public Optional<KnownPerson> person(UUID personId) {
        return Optional.ofNullable(persons.get(personId.toString()));
    }

    /** The person as every registration tells. */
    public KnownPerson whole(KnownPerson person) {
        String id = person.personId().toString();
        return person.with(
                merges.sameAs(id).stream()
                        .filter(one -> !one.equals(id))
                        .flatMap(one -> Stream.ofNullable(persons.get(one)))
                        .toList());
    }

    /** Every registration of a person, the one in use first. */
    public Stream<UUID> registrations(KnownPerson person) {
        return merges.sameAs(person.personId().toString()).stream().map(UUID::fromString);
    }

    /** A group of the plan, or of an earlier plan: people may still wait there. */
    public Optional<Group> group(String code) {
        return plan.group(code)
                .or(() ->
                        formerPlans.reversed().stream()
                                .flatMap(former -> former.plan().group(code).stream())
                                .findFirst());
    }

    /** The groups of the plan in its order, then those that only earlier plans had. */
    public List<Group> groups() {
        TreeSet<String> seen = new TreeSet<>();
        return Stream.concat(
                        plan.groups().stream(),
                        formerPlans.reversed().stream()
                                .flatMap(former -> former.plan().groups().stream()))
                .filter(group -> seen.add(group.code()))
                .toList();
    }

    /**
     * @param seen how far a decision knew intake's events
     * @return the plan that assigned then
     */
    public GroupingPlan planAt(long seen) {
        return formerPlans.stream()
                .filter(former -> seen < former.until())
                .findFirst()
                .map(PlanVersion::plan)
                .orElse(plan);
    }

    /** The registration in use, of one that was merged into it. */
    public Optional<KnownPerson> mergedInto(UUID personId) {
        String id = personId.toString();
        return merges.isMerged(id)
                ? Optional.ofNullable(persons.get(merges.inUse(id)))
                : Optional.empty();
    }

    /** The other known members of a person's family, by group and by link, merges applied. */
    public List<KnownPerson> familyOf(KnownPerson person) {
        return relatives(person)
                .map(Relative::id)
                .distinct()
                .map(persons::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Mothers and guardians: who a child waits beside (rule L2). */
    public List<KnownPerson> carersOf(KnownPerson child) {
        return kin().carersOf(child);
    }

    /** For one look at the families of several people. */
    public Kin kin() {
        return new Kin(this);
    }

    boolean isCarer(Relative relative) {
        KnownPerson carer = persons.get(relative.id());
        return carer != null
                && (relative.role() == FamilyRole.GUARDIAN
                        || (relative.role() == FamilyRole.PARENT && carer.sex() == Sex.FEMALE));
    }

    /**
     * Who is looked at when something happens to a person: the person, then whom a merge or its end
     * concerns besides.
     */
    public Stream<KnownPerson> touched(String id) {
        return Stream.concat(
                        Stream.of(id),
                        kinship.concerns().getOrDefault(id, TreePSet.empty()).stream())
                .flatMap(one -> Stream.ofNullable(persons.get(one)));
    }

    // In a fixed order: groups by id of the member, then links by their ids.
    private Stream<Relative> relatives(KnownPerson person) {
        List<String> same = merges.sameAs(person.personId().toString());
        return same.stream()
                .flatMap(id -> Stream.concat(inGroup(persons.get(id)), linked(id)))
                .map(this::counted)
                .filter(relative -> !relative.id().equals(same.getFirst()));
    }

    /** By the registration in use. */
    Relative counted(Relative relative) {
        return new Relative(merges.inUse(relative.id()), relative.role());
    }

    private Stream<Relative> inGroup(@Nullable KnownPerson person) {
        return inGroup(person == null ? null : person.family());
    }

    Stream<Relative> inGroup(@Nullable FamilyTie family) {
        return kinship.members(family).stream()
                .map(persons::get)
                .filter(Objects::nonNull)
                .flatMap(member -> {
                    FamilyTie tie = member.family();
                    return tie == null
                            ? Stream.empty()
                            : Stream.of(new Relative(member.personId().toString(), tie.role()));
                });
    }

    Stream<Relative> linked(String id) {
        return kinship.linksOf(id).stream()
                .map(link -> new Relative(link.relative(), link.relation()))
                .sorted((a, b) -> a.id().compareTo(b.id()));
    }

    KnownOperation with(KnownPerson person) {
        String id = person.personId().toString();
        KnownPerson before = persons.get(id);
        return new KnownOperation(
                plan,
                formerPlans,
                profiles,
                persons.plus(id, person),
                kinship.moved(id, before == null ? null : before.family(), person.family()),
                merges,
                revoked);
    }

    KnownOperation replanned(GroupingPlan other, long sequence) {
        return new KnownOperation(
                other,
                formerPlans.plus(new PlanVersion(sequence, plan)),
                profiles,
                persons,
                kinship,
                merges,
                revoked);
    }

    KnownOperation limited(LegalProfile other, Instant at) {
        return new KnownOperation(
                plan, formerPlans, profiles.change(other, at), persons, kinship, merges, revoked);
    }

    /** How far before its recording a tablet's time is still believed. */
    public Duration clockSkew() {
        return profiles.now().plausibleClockSkew();
    }

    /** How long a wait may be that began then; a stricter limit since stays (rule L4). */
    public Duration lineWaitLimit(Instant since) {
        return profiles.strictest(since, LegalProfile::lineWaitLimit);
    }

    /** Within what time who was found UNDETERMINED then is to be screened again (rule S1). */
    public Duration screenAgainWithin(Instant since) {
        return profiles.strictest(since, LegalProfile::screenAgainWithin);
    }

    /** Until when a clearance that was given then allows questions (rule S4). */
    public Instant clearedUntil(Instant given) {
        return given.plus(profiles.strictest(given, LegalProfile::clearances));
    }

    KnownOperation distrusting(String deviceId) {
        return new KnownOperation(
                plan, formerPlans, profiles, persons, kinship, merges, revoked.plus(deviceId));
    }

    KnownOperation assessed(AgeAssessed event, Envelope envelope) {
        KnownOperation now = this;
        for (String one : merges.sameAs(event.personId().toString())) {
            now = now.change(UUID.fromString(one), person -> person.assessed(event, envelope));
        }
        return now;
    }

    KnownOperation linked(FamilyLinked event, Change change) {
        return with(kinship.linked(event), merges)
                .change(event.personId(), one -> one.linkedBy(change))
                .change(event.relativeId(), one -> one.linkedBy(change));
    }

    KnownOperation unlinked(FamilyUnlinked event, Change change) {
        return with(kinship.unlinked(event.personId(), event.relativeId(), event.linkId()), merges)
                .change(event.personId(), one -> one.linkedBy(change))
                .change(event.relativeId(), one -> one.linkedBy(change));
    }

    KnownOperation merged(PersonsMerged event, Change change) {
        String stays = event.personId().toString();
        String other = event.otherId().toString();
        return with(
                kinship.concerning(stays, other).concerning(other, stays),
                merges.with(event, change));
    }

    KnownOperation unmerged(PersonsUnmerged event) {
        return with(kinship, merges.without(event));
    }

    private KnownOperation with(Kinship kin, Merges merged) {
        return new KnownOperation(plan, formerPlans, profiles, persons, kin, merged, revoked);
    }

    private KnownOperation change(UUID personId, UnaryOperator<KnownPerson> how) {
        return person(personId).map(one -> with(how.apply(one))).orElse(this);
    }

    /** A registration, and what it is to somebody. */
    record Relative(String id, FamilyRole role) {}
}

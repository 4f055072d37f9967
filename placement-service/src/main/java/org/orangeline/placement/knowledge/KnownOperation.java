package org.orangeline.placement.knowledge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SharedValues;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.GroupPreRegistered;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.plan.LegalProfile;
import org.orangeline.events.plan.ProfileHistory;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * What is known of an operation. Intake's and screening's events come over separate channels, so a
 * conclusion may be here before the person's facts, or before the operation itself.
 *
 * @param profiles the limits now and before; null until the operation's opening was learned
 * @param facts by person id
 * @param conclusions the last one that stands, by person id
 * @param reopened the event that reopened a screening which was not concluded since, by person id
 * @param awaiting who named a truck or convoy whose own record had not come, by its id
 * @param revoked tablets that are trusted no more
 */
public record KnownOperation(
        @Nullable ProfileHistory profiles,
        PMap<String, PersonFacts> facts,
        PMap<String, Conclusion> conclusions,
        PMap<String, Cause> reopened,
        Families families,
        Merges merges,
        PMap<String, TreePSet<String>> awaiting,
        TreePSet<String> revoked) {

    static final KnownOperation EMPTY =
            new KnownOperation(
                    null,
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    Families.NONE,
                    Merges.NONE,
                    ChampMap.empty(),
                    TreePSet.empty());

    /** The profile of an operation that is known to be open. */
    public LegalProfile profile() {
        return history().now();
    }

    /** That profile, or null until the operation's opening was learned. */
    public @Nullable LegalProfile legalProfile() {
        return profiles == null ? null : profiles.now();
    }

    /**
     * Until when something is to be done: a limit that was stricter at any moment since it began
     * stays.
     *
     * @param since from when the limit counts
     * @param limit of a profile
     */
    public Instant due(Instant since, Function<LegalProfile, Duration> limit) {
        return since.plus(history().strictest(since, limit));
    }

    /** As {@link #due}, for a limit in months. */
    public Instant dueAfter(Instant since, Function<LegalProfile, Period> limit) {
        return history()
                .earliest(
                        since,
                        profile ->
                                since.atOffset(ZoneOffset.UTC)
                                        .plus(limit.apply(profile))
                                        .toInstant());
    }

    public Optional<PersonFacts> person(UUID personId) {
        return person(personId.toString());
    }

    private Optional<PersonFacts> person(String personId) {
        return Optional.ofNullable(facts.get(personId));
    }

    /** What was concluded on this record. */
    public Optional<Conclusion> conclusion(UUID personId) {
        return Optional.ofNullable(conclusions.get(personId.toString()));
    }

    /**
     * The other known members of the person's family, by the records that count: a merge unites
     * what either record says of the family.
     */
    public Stream<PersonFacts> relatives(PersonFacts person) {
        return new Kindred(this).relatives(person);
    }

    /** Parents and guardians. Of a group only they are gone through, however large it is. */
    public Stream<PersonFacts> carers(PersonFacts child) {
        return new Kindred(this).carers(child);
    }

    /** Whether somebody cares for a child without a doubt, see {@link Carers}. */
    public boolean isCarer(PersonFacts carer, PersonFacts child) {
        return new Carers(records(carer), records(child), families).care();
    }

    /**
     * Families as they are when a link is made: one of a birth is verified, since nobody doubts the
     * mother; what was verified of a record that is merged no longer is not.
     */
    Families familiesOf(FamilyLinked link, String commandId) {
        String child = link.personId().toString();
        boolean ofBirth =
                link.relation() == FamilyRole.PARENT
                        && families.links(child).findAny().isEmpty()
                        && person(child)
                                .filter(one -> commandId.equals(one.arrival().bornBy()))
                                .isPresent();
        String relative = link.relativeId().toString();
        if (ofBirth) {
            return families.verify(child, relative);
        }
        boolean stated =
                person(child).stream()
                        .flatMap(this::relatives)
                        .anyMatch(one -> one.personId().equals(merges.counts(link.relativeId())));
        return stated ? families : families.unverified(child, relative);
    }

    /** Whom the person is parent or guardian of, of any age. */
    public Stream<PersonFacts> wards(PersonFacts carer) {
        return new Kindred(this).wards(carer);
    }

    /** Whether one is parent or guardian of the other, by any of their records. */
    public boolean cares(PersonFacts carer, PersonFacts child) {
        return new Kindred(this).cares(carer, child);
    }

    /** What was concluded on any record of the person: a finding counts for the person. */
    public Stream<Conclusion> conclusionsOf(UUID personId) {
        return merges.same(personId).stream().flatMap(record -> conclusion(record).stream());
    }

    /** By any record of the person: who is in doubt is protected as a child. */
    public boolean isChildOrInDoubt(PersonFacts person, LocalDate today) {
        return records(person).stream().anyMatch(record -> record.isChildOrInDoubt(today));
    }

    /** A child by every registration, and nobody says otherwise. */
    public boolean isSurelyChild(PersonFacts person, LocalDate today) {
        return records(person).stream().allMatch(record -> record.isSurelyChild(today));
    }

    /**
     * Whether the person has left or died, over all records: who came again since, by another
     * record, is here; of a death only a withdrawal says otherwise.
     */
    public boolean isGone(PersonFacts person) {
        return new Presence(this).isGone(person);
    }

    /** The record on which an authority took the person away, who has not come back (rule P17). */
    public Optional<PersonFacts> taken(PersonFacts person) {
        return new Presence(this).taken(person);
    }

    /**
     * The same as if two humans had said, and intake had recorded, that there is no such person.
     */
    public KnownOperation withoutPerson(UUID personId, Instant now) {
        return person(personId)
                .map(person ->
                        with(
                                person.went(
                                        new Going.Departure(
                                                Going.How.NEVER_WAS, now, now, "", null, now))))
                .orElse(this);
    }

    /** The lowest age that is possible on a day, by anything that is said, in completed years. */
    public long atLeast(PersonFacts person, LocalDate on) {
        return records(person).stream().mapToLong(record -> record.atLeast(on)).min().orElseThrow();
    }

    /** The highest age that is possible on a day, by anything that is said, in completed years. */
    public long atMost(PersonFacts person, LocalDate on) {
        return records(person).stream().mapToLong(record -> record.atMost(on)).max().orElseThrow();
    }

    /** From which day on the person may be an adult, by anything that is said of the age. */
    public LocalDate maybeAdultFrom(PersonFacts person) {
        return records(person).stream()
                .map(PersonFacts::maybeAdultFrom)
                .min(LocalDate::compareTo)
                .orElseThrow();
    }

    /** From which day on the person is an adult, by everything that is said of the age. */
    public LocalDate adultFrom(PersonFacts person) {
        return records(person).stream()
                .map(PersonFacts::adultFrom)
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    /** Every record of the same person. */
    public List<PersonFacts> records(PersonFacts person) {
        return merges.same(person.personId()).stream()
                .map(this::person)
                .flatMap(Optional::stream)
                .toList();
    }

    /** The last events that may put a placement on any record of the person in question (P14). */
    public Stream<Cause> causes(UUID personId) {
        return merges.same(personId).stream()
                .flatMap(record ->
                        Stream.concat(
                                person(record).stream().flatMap(this::causes),
                                Stream.concat(
                                        merges.into(record).map(Merge::cause),
                                        merges.partedFrom(record).map(Map.Entry::getValue))));
    }

    private Stream<Cause> causes(PersonFacts record) {
        String id = record.personId().toString();
        Conclusion conclusion = conclusions.get(id);
        return Stream.concat(
                        Stream.of(
                                record.changedBy(),
                                conclusion == null ? null : conclusion.cause(),
                                reopened.get(id)),
                        relatives(record).map(PersonFacts::changedBy))
                .filter(Objects::nonNull);
    }

    private ProfileHistory history() {
        if (profiles == null) {
            throw new IllegalStateException("the operation's opening was not learned");
        }
        return profiles;
    }

    KnownOperation changed(LegalProfile other, Instant at) {
        return with(history().change(other, at));
    }

    KnownOperation with(ProfileHistory other) {
        return new KnownOperation(
                other, facts, conclusions, reopened, families, merges, awaiting, revoked);
    }

    KnownOperation with(Conclusion conclusion, UUID personId) {
        String id = personId.toString();
        return new KnownOperation(
                profiles,
                facts,
                conclusions.plus(id, conclusion),
                reopened.minus(id),
                families,
                merges,
                awaiting,
                revoked);
    }

    /** The conclusion no longer stands. */
    KnownOperation reopen(UUID personId, Cause cause) {
        String id = personId.toString();
        return new KnownOperation(
                profiles,
                facts,
                conclusions.minus(id),
                reopened.plus(id, cause),
                families,
                merges,
                awaiting,
                revoked);
    }

    KnownOperation with(Merges other) {
        return new KnownOperation(
                profiles, facts, conclusions, reopened, families, other, awaiting, revoked);
    }

    KnownOperation distrusting(String deviceId) {
        return new KnownOperation(
                profiles,
                facts,
                conclusions,
                reopened,
                families,
                merges,
                awaiting,
                revoked.plus(deviceId));
    }

    KnownOperation with(Families other) {
        return new KnownOperation(
                profiles, facts, conclusions, reopened, other, merges, awaiting, revoked);
    }

    /** Who is of a family that a correction took the person out of. */
    public Stream<PersonFacts> formerRelatives(PersonFacts person) {
        return person.facts().former().stream()
                .flatMap(tie -> families.group(tie, person.id()))
                .distinct()
                .flatMap(one -> person(one).stream());
    }

    KnownOperation change(UUID personId, UnaryOperator<PersonFacts> change) {
        return with(change.apply(person(personId).orElseThrow()));
    }

    KnownOperation with(PersonFacts person) {
        String id = person.personId().toString();
        PersonFacts before = facts.get(id);
        FamilyTie left = before == null ? null : before.family();
        Families related = families;
        // Who leaves the family is verified as no carer of it any more: not who stays in it.
        if (!Objects.equals(left, person.family())) {
            related = left == null ? related : related.leave(left, id);
            related = person.family() == null ? related : related.join(person.family(), id);
        }
        return new KnownOperation(
                profiles,
                facts.plus(id, person),
                conclusions,
                reopened,
                related,
                merges,
                awaiting,
                revoked);
    }

    /** Who arrived and named a truck of which nothing is known may learn of it later. */
    KnownOperation arrived(PersonFacts person) {
        KnownOperation known = with(person);
        UUID truck = person.preRegistration();
        return truck == null || person.heldSince() != null
                ? known
                : known.awaiting(
                        awaiting.plus(
                                truck.toString(),
                                awaitingTruck(truck.toString())
                                        .plus(SharedValues.text(person.personId()))));
    }

    /** The truck's own record: those who came with it have been held since then (rule P10). */
    KnownOperation counted(GroupPreRegistered truck, Instant recorded) {
        KnownOperation known = this;
        for (String person : awaitingTruck(truck.subject())) {
            known =
                    known.change(
                            UUID.fromString(person),
                            facts -> facts.held(truck, recorded, profile().plausibleClockSkew()));
        }
        return known;
    }

    /** Who arrived before the truck's own record did. */
    public TreePSet<String> awaitingTruck(String truck) {
        return awaiting.getOrDefault(truck, TreePSet.empty());
    }

    private KnownOperation awaiting(PMap<String, TreePSet<String>> others) {
        return new KnownOperation(
                profiles, facts, conclusions, reopened, families, merges, others, revoked);
    }

    /**
     * The earliest plausible moment of the present custody, of all records of the person (rule
     * P10).
     *
     * @param free when it was recorded that a place let the person go last; null for never
     * @return empty when the person has not come since
     */
    public Optional<Instant> custodySince(PersonFacts person, @Nullable Instant free) {
        return new Presence(this).custodySince(person, free);
    }

    /** The record under which the person came into the present custody: this one, if it did. */
    public Optional<PersonFacts> cameInto(PersonFacts person, @Nullable Instant free) {
        return new Presence(this).came(person, free).findFirst();
    }

    /** From when on, at that moment or later, who waits in a line has been held there. */
    public Optional<Instant> guardedSince(Instant moment) {
        return history().firstSince(moment, LegalProfile::guardsLines);
    }

    /**
     * When the truck came in with which the person did, as far as it is known by now.
     *
     * @param free when the person was free last; null for never
     */
    public Optional<Instant> heldSince(UUID personId, @Nullable Instant free) {
        return person(personId).stream()
                .flatMap(person -> records(person).stream())
                .flatMap(record -> Stream.ofNullable(record.heldSince()))
                .filter(at -> free == null || at.isAfter(free))
                .min(Instant::compareTo);
    }
}

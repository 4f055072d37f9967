package org.orangeline.screening.knowledge;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.screening.knowledge.KnownOperation.Relative;
import org.pcollections.TreePSet;

/**
 * The relatives of several people, for one look at all of them. Each family group is gone through
 * once, however many of its members are looked at: one change may concern everybody in it. Good for
 * one state only.
 */
public final class Kin {

    private static final Comparator<Change> BY_SEQUENCE =
            Comparator.comparingLong(Change::sequence);

    private final KnownOperation open;
    private final Map<String, Group> groups = new HashMap<>();

    Kin(KnownOperation open) {
        this.open = open;
    }

    /** Whether nobody of the person's family is known. */
    public boolean isAlone(KnownPerson person) {
        String id = inUse(person);
        return registrations(person)
                .noneMatch(one ->
                        Stream.concat(
                                        group(one).stream()
                                                .flatMap(group -> group.members().stream()),
                                        open.linked(one).map(open::counted).map(Relative::id))
                                .anyMatch(other ->
                                        !other.equals(id) && open.persons().containsKey(other)));
    }

    /** As {@link KnownOperation#carersOf}. */
    public List<KnownPerson> carersOf(KnownPerson child) {
        String id = inUse(child);
        Set<String> carers = new LinkedHashSet<>();
        registrations(child)
                .forEach(one -> {
                    group(one).forEach(group -> carers.addAll(group.carers()));
                    open.linked(one)
                            .map(open::counted)
                            .filter(open::isCarer)
                            .forEach(relative -> carers.add(relative.id()));
                });
        carers.remove(id);
        return carers.stream().map(open.persons()::get).filter(Objects::nonNull).toList();
    }

    /**
     * Men who care for the child and are here, none of them a child or in doubt; nobody while a
     * woman who does is here, or somebody else than a man.
     */
    public List<KnownPerson> fathersOf(
            KnownPerson child, LocalDate today, Predicate<KnownPerson> here) {
        String id = inUse(child);
        List<KnownPerson> fathers =
                registrations(child)
                        .flatMap(one ->
                                Stream.concat(
                                        group(one).stream().flatMap(group -> group.men().stream()),
                                        open.linked(one)
                                                .map(open::counted)
                                                .filter(relative ->
                                                        relative.role().caresForChildren())
                                                .map(Relative::id)))
                        .filter(father -> !father.equals(id))
                        .distinct()
                        .flatMap(father -> Stream.ofNullable(open.persons().get(father)))
                        .filter(father ->
                                father.sex() == Sex.MALE && !father.isChildOrInDoubt(today))
                        .filter(here)
                        .toList();
        // Most children have no father here: who else cares for them is not looked up then.
        return fathers.isEmpty()
                        || carersOf(child).stream()
                                .anyMatch(carer -> carer.sex() != Sex.MALE && here.test(carer))
                ? List.of()
                : fathers;
    }

    /** Whether the man has children here in his care, and no woman of the family is here. */
    public boolean caresAlone(KnownPerson man, LocalDate today, Predicate<KnownPerson> here) {
        if (man.sex() != Sex.MALE || man.isChildOrInDoubt(today)) {
            return false;
        }
        String id = inUse(man);
        Predicate<KnownPerson> child = one -> one.isChildOrInDoubt(today) && here.test(one);
        return registrations(man)
                .anyMatch(one ->
                        group(one).stream().anyMatch(group -> isAlone(id, group, child, here))
                                || open.linked(one)
                                        .map(open::counted)
                                        .filter(relative -> relative.role() == FamilyRole.CHILD)
                                        .flatMap(relative ->
                                                Stream.ofNullable(
                                                        open.persons().get(relative.id())))
                                        .filter(child)
                                        .anyMatch(ward ->
                                                fathersOf(ward, today, here).stream()
                                                        .anyMatch(father ->
                                                                inUse(father).equals(id))));
    }

    // Asked of the group at once: a large family is gone through once.
    private boolean isAlone(
            String man, Group group, Predicate<KnownPerson> child, Predicate<KnownPerson> here) {
        return group.men().contains(man)
                && group.carers().stream()
                        .map(open.persons()::get)
                        .filter(Objects::nonNull)
                        .noneMatch(carer -> carer.sex() != Sex.MALE && here.test(carer))
                && group.members().stream()
                        .filter(member -> !member.equals(man))
                        .map(open.persons()::get)
                        .filter(Objects::nonNull)
                        .anyMatch(child);
    }

    /**
     * What was last learned of those of whose facts the person's line depends while it is a child,
     * or a man with children in his care, the person itself perhaps among them.
     *
     * @return of each group the last change on a day on which the person is a child, and that of
     *     each linked relative
     */
    public Stream<Change> lastChanges(KnownPerson person) {
        return registrations(person)
                .flatMap(one ->
                        Stream.concat(
                                group(one).stream().flatMap(group -> last(group, person)),
                                open.linked(one)
                                        .map(open::counted)
                                        .flatMap(relative ->
                                                Stream.ofNullable(
                                                        open.persons().get(relative.id())))
                                        .map(KnownPerson::changed)
                                        .filter(change ->
                                                person.sex() == Sex.MALE
                                                        || isChild(person, change))));
    }

    /** When registrations of the person were merged, which count since for each other. */
    public Stream<Change> merges(KnownPerson person) {
        return open.merges().changes(person.personId().toString());
    }

    /** Whose line or wait may change when something happens to a person; not the person. */
    public Collection<String> concernedBy(String id) {
        SortedSet<String> concerned = new TreeSet<>(concerns(id));
        Set<String> seen = new HashSet<>();
        // The family of those as well: a merge, or its end, changes who cares for whose children.
        Stream.concat(Stream.of(id), List.copyOf(concerned).stream())
                .flatMap(one -> Stream.ofNullable(open.persons().get(one)))
                .flatMap(this::registrations)
                .forEach(one -> {
                    group(one).stream()
                            .filter(group -> seen.add(group.id()))
                            .forEach(group -> concerned.addAll(group.members()));
                    open.linked(one)
                            .map(open::counted)
                            .map(Relative::id)
                            .filter(open.persons()::containsKey)
                            .forEach(concerned::add);
                });
        concerned.remove(id);
        return concerned;
    }

    private TreePSet<String> concerns(String id) {
        return open.kinship().concerns().getOrDefault(id, TreePSet.empty());
    }

    private String inUse(KnownPerson person) {
        return open.merges().inUse(person.personId().toString());
    }

    private Stream<String> registrations(KnownPerson person) {
        return open.merges().sameAs(person.personId().toString()).stream();
    }

    private static boolean isChild(KnownPerson person, Change change) {
        return person.isChildOrInDoubt(day(change));
    }

    private static LocalDate day(Change change) {
        return change.at().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    // Nobody becomes a child with time: who was none on the day of the first change is none later,
    // and who is one on the day of the last was one before.
    private Stream<Change> last(Group group, KnownPerson person) {
        List<Change> changes = group.changes();
        if (!changes.isEmpty() && group.men().contains(inUse(person))) {
            return Stream.of(changes.getLast());
        }
        if (changes.isEmpty() || !isChild(person, changes.getFirst())) {
            return Stream.empty();
        }
        return changes.reversed().stream().filter(change -> isChild(person, change)).limit(1);
    }

    // One or none.
    private List<Group> group(String registration) {
        KnownPerson person = open.persons().get(registration);
        FamilyTie tie = person == null ? null : person.family();
        return tie == null
                ? List.of()
                : List.of(groups.computeIfAbsent(tie.groupId(), unused -> read(tie)));
    }

    private Group read(FamilyTie tie) {
        List<String> members = new ArrayList<>();
        List<String> carers = new ArrayList<>();
        List<String> men = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        open.inGroup(tie)
                .map(open::counted)
                .forEach(relative -> {
                    KnownPerson member = open.persons().get(relative.id());
                    if (member != null) {
                        members.add(relative.id());
                        changes.add(member.changed());
                        if (open.isCarer(relative)) {
                            carers.add(relative.id());
                        }
                        if (relative.role().caresForChildren() && member.sex() == Sex.MALE) {
                            men.add(relative.id());
                        }
                    }
                });
        changes.sort(BY_SEQUENCE);
        return new Group(tie.groupId(), members, carers, men, changes);
    }

    /**
     * By the registrations in use.
     *
     * @param carers who of them is mother or guardian
     * @param men who of them is father or guardian
     * @param changes of the members, the first one first
     */
    private record Group(
            String id,
            List<String> members,
            List<String> carers,
            List<String> men,
            List<Change> changes) {}
}

package org.orangeline.kit.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.Recorded;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;

/**
 * Random histories of what intake-service records of families, and what they come to by the log
 * alone: whether an adult came together with a child (rule P15). Both services that ask this are
 * compared with it.
 */
public final class RandomFamilies {

    private static final Instant NOON = Instant.parse("2019-03-01T12:00:00Z");
    private static final Duration TOGETHER = Duration.ofHours(1);
    private static final int STEPS = 40;
    private static final int CHILDREN = 4;
    private static final int PARENT_IS_OLDER_BY = 12;
    private static final Confidential<String> WHY = Confidential.of("as told");

    private final Random random;
    private final List<Step> steps = new ArrayList<>();
    private final Set<UUID> here = new HashSet<>();
    private final Set<UUID> raised = new HashSet<>();
    private final Map<UUID, PersonsMerged> merged = new HashMap<>();
    private Instant now = NOON;

    private RandomFamilies(long seed) {
        this.random = new Random(seed);
    }

    /** An event and when it is recorded. */
    public record Step(Instant at, DomainEvent event) {}

    /** The people of all histories; the first four are children. */
    public static List<UUID> people() {
        return IntStream.range(0, 2 * CHILDREN).mapToObj(RandomFamilies::id).toList();
    }

    /** A history, the same for the same seed. */
    public static List<Step> of(long seed) {
        RandomFamilies history = new RandomFamilies(seed);
        for (int step = 0; step < STEPS; step++) {
            history.next();
        }
        return history.steps;
    }

    private void next() {
        // Mostly seconds; at times the hours after which nobody came together.
        now = now.plusSeconds(random.nextInt(8) == 0 ? random.nextInt(5000) : random.nextInt(40));
        UUID person = id(random.nextInt(2 * CHILDREN));
        if (!here.contains(person)) {
            here.add(person);
            add(arrived(person));
            return;
        }
        switch (random.nextInt(7)) {
            case 0, 1 -> raise(id(random.nextInt(CHILDREN)));
            case 2 -> add(corrected(person));
            case 3, 4 -> merge(person, id(random.nextInt(2 * CHILDREN)));
            case 5 -> unmerge(person);
            default -> add(corrected(person, null));
        }
    }

    private void raise(UUID child) {
        if (!here.contains(child) || merged.containsKey(child)) {
            return;
        }
        if (raised.add(child) || random.nextInt(4) > 0) {
            add(new ChildFoundAlone(child, Loneliness.UNACCOMPANIED));
        } else {
            add(new ChildReunited(child, child));
        }
    }

    // Children with children and adults with adults, which is what two records of one person are.
    private void merge(UUID kept, UUID other) {
        if (!kept.equals(other)
                && here.contains(other)
                && isChild(kept) == isChild(other)
                && !merged.containsKey(kept)
                && !merged.containsKey(other)) {
            var merge = new PersonsMerged(kept, new UUID(2, steps.size()), other, WHY);
            merged.put(other, merge);
            add(merge);
        }
    }

    private void unmerge(UUID other) {
        PersonsMerged merge = merged.remove(other);
        if (merge != null) {
            add(new PersonsUnmerged(merge.personId(), merge.mergeId(), other, WHY));
        }
    }

    private PersonArrived arrived(UUID person) {
        Instant told = now.minusSeconds(random.nextInt(5) == 0 ? random.nextInt(9000) : 30);
        return new PersonArrived(
                person,
                "BGZ-000001-7",
                "east",
                told,
                Sex.FEMALE,
                age(years(person)),
                List.of(),
                List.of(),
                random.nextInt(6) == 0 ? null : tie(person),
                null,
                null);
    }

    private PersonDetailsCorrected corrected(UUID person) {
        return corrected(person, tie(person));
    }

    private static PersonDetailsCorrected corrected(UUID person, @Nullable FamilyTie tie) {
        return new PersonDetailsCorrected(person, Sex.FEMALE, null, null, null, tie, null, WHY);
    }

    private FamilyTie tie(UUID person) {
        FamilyRole adult = random.nextInt(4) == 0 ? FamilyRole.OTHER : FamilyRole.PARENT;
        return new FamilyTie("f-" + random.nextInt(2), isChild(person) ? FamilyRole.CHILD : adult);
    }

    private void add(DomainEvent event) {
        steps.add(new Step(now, event));
    }

    private static Age age(int years) {
        return Age.between(years, years, LocalDate.parse("2019-03-01"));
    }

    // Some of the adults are too young to be parents of some of the children.
    private static int years(UUID person) {
        boolean even = person.getLeastSignificantBits() % 2 == 0;
        return isChild(person) ? (even ? 5 : 10) : (even ? 40 : 20);
    }

    private static UUID id(int number) {
        return new UUID(1, number);
    }

    public static boolean isChild(UUID person) {
        return person.getLeastSignificantBits() < CHILDREN;
    }

    /** Whether the log says that an adult came together with a child, by any of their records. */
    public static boolean cameTogether(List<Recorded<DomainEvent>> log, UUID adult, UUID child) {
        Set<UUID> adults = same(log, adult);
        Set<UUID> children = same(log, child);
        // What one registration says lends nothing to another that was raised as alone.
        return areTogether(log, adults, children)
                && children.stream()
                        .filter(one -> isRaised(log, one))
                        .allMatch(one -> areTogether(log, adults, Set.of(one)));
    }

    private static boolean isRaised(List<Recorded<DomainEvent>> log, UUID child) {
        return log.stream()
                .anyMatch(recorded ->
                        recorded.event() instanceof ChildFoundAlone raised
                                && raised.personId().equals(child));
    }

    private static boolean areTogether(
            List<Recorded<DomainEvent>> log, Set<UUID> adults, Set<UUID> children) {
        for (Recorded<DomainEvent> recorded : log) {
            if (recorded.event() instanceof ChildFoundAlone raised
                    && children.contains(raised.personId())) {
                return false;
            }
            // Whoever of the two is recorded last makes it so.
            List<Recorded<DomainEvent>> before =
                    log.subList(0, Math.toIntExact(log.indexOf(recorded)));
            if (recorded.event() instanceof PersonArrived last && isUncorrected(log, last)) {
                boolean found =
                        before.stream()
                                .anyMatch(first -> isPair(log, first, recorded, adults, children));
                if (found) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPair(
            List<Recorded<DomainEvent>> log,
            Recorded<DomainEvent> first,
            Recorded<DomainEvent> second,
            Set<UUID> adults,
            Set<UUID> children) {
        if (!(first.event() instanceof PersonArrived one)
                || !(second.event() instanceof PersonArrived other)
                || !isUncorrected(log, one)) {
            return false;
        }
        boolean adultFirst = adults.contains(one.personId());
        PersonArrived adult = adultFirst ? one : other;
        PersonArrived child = adultFirst ? other : one;
        FamilyTie stated = adult.family();
        FamilyTie childs = child.family();
        return adults.contains(adult.personId())
                && children.contains(child.personId())
                && stated != null
                && childs != null
                && stated.role() == FamilyRole.PARENT
                && stated.groupId().equals(childs.groupId())
                && years(adult.personId()) - years(child.personId()) >= PARENT_IS_OLDER_BY
                && !first.envelope().time().plus(TOGETHER).isBefore(second.envelope().time())
                && Duration.between(one.arrivedAt(), other.arrivedAt()).abs().compareTo(TOGETHER)
                        <= 0;
    }

    // A correction that says the same again corrects nothing.
    private static boolean isUncorrected(List<Recorded<DomainEvent>> log, PersonArrived arrival) {
        return log.stream()
                .noneMatch(recorded ->
                        recorded.event() instanceof PersonDetailsCorrected corrected
                                && corrected.personId().equals(arrival.personId())
                                && corrected.family() != null
                                && !corrected.family().equals(arrival.family()));
    }

    private static Set<UUID> same(List<Recorded<DomainEvent>> log, UUID person) {
        Map<UUID, UUID> leads = new HashMap<>();
        for (Recorded<DomainEvent> recorded : log) {
            switch (recorded.event()) {
                case PersonsMerged merge -> leads.put(merge.otherId(), merge.personId());
                case PersonsUnmerged parted -> leads.remove(parted.otherId());
                default -> {}
            }
        }
        Set<UUID> same = new HashSet<>();
        for (UUID one : people()) {
            if (root(leads, one).equals(root(leads, person))) {
                same.add(one);
            }
        }
        return same;
    }

    /** The record that counts after all merges. */
    private static UUID root(Map<UUID, UUID> leads, UUID person) {
        UUID root = person;
        while (leads.containsKey(root)) {
            root = leads.get(root);
        }
        return root;
    }
}

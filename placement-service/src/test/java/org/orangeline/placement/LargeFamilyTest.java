package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.shelter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.Merge;
import org.orangeline.placement.knowledge.Merges;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.scenario.CountedMap;
import org.orangeline.runtime.scenario.Scenario;

/**
 * What a change of one person costs grows as the family does, and no faster; of an order or a
 * departure of all of them, the share of each.
 */
class LargeFamilyTest {

    private static final int FEW = 12;
    private static final int MANY = 96;

    /** At most so many look-ups of people for each member of the family. */
    private static final int EACH = 100;

    /** At most so many for each two of them, where all are decided on. */
    private static final int EACH_TWO = 12;

    private static final UUID CONVOY = new UUID(0x7000, 9_000);
    private static final UUID MOTHER = id(1);

    @Test
    void a_mother_who_leaves_costs_a_look_at_each_of_her_children() {
        var command = Given.release(placement(MOTHER), MOTHER);
        for (int size : new int[] {FEW, MANY}) {
            var family = family(size).given(inCamp(size));
            assertThat(lookups(family, command)).isBetween((long) size, (long) EACH * size);
        }
    }

    @Test
    void a_fact_about_a_mother_costs_a_look_at_each_of_her_children() {
        for (int size : new int[] {FEW, MANY}) {
            var family = family(size).given(inCamp(size));
            assertThat(lookups(family, new QuestionPlacement(OP, MOTHER)))
                    .isBetween((long) size, (long) EACH * size);
            assertThat(reacting(family)).isBetween((long) size, (long) EACH * size);
        }
    }

    @Test
    void a_family_that_is_ordered_together_costs_a_look_at_each_other_for_each() {
        for (int size : new int[] {FEW, MANY}) {
            var orders =
                    IntStream.rangeClosed(1, size).mapToObj(i -> shelter(id(i), "large")).toList();
            assertThat(lookups(family(size), new OrderTogether(OP, orders)))
                    .isBetween((long) size * size, (long) EACH_TWO * size * size);
        }
    }

    @Test
    void a_family_that_travels_together_costs_a_look_at_each() {
        for (int size : new int[] {FEW, MANY}) {
            List<UUID> all = IntStream.rangeClosed(1, size).mapToObj(LargeFamilyTest::id).toList();
            List<DomainEvent> events = new ArrayList<>();
            all.forEach(one -> events.add(ordered(one, "large", Basis.VOLUNTARY_SHELTER)));
            events.add(new ConvoyPlanned(CONVOY, "large", all));
            var command = new DepartConvoy(OP, CONVOY, all, "escort", NOON);
            assertThat(lookups(family(size).given(events), command))
                    .isBetween((long) size, (long) EACH * size);
        }
    }

    private static long lookups(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family,
            PlacementCommand command) {
        var counted = new Counted(family.known().operation(OP));
        Decision<PlacementEvent> decision =
                new PlacementModel()
                        .decide(
                                command,
                                family.own(),
                                counted.in(family.known()),
                                new Context(NOON, OFFICER, "7c9e6679-7425-40de-944b-e07fc1f90ae7"));
        assertThat(decision).isNotNull();
        return counted.lookups();
    }

    private static long reacting(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family) {
        var counted = new Counted(family.known().operation(OP));
        var unused =
                new PlacementModel()
                        .react(
                                new SubjectRef(OP, MOTHER.toString()),
                                family.own(),
                                counted.in(family.known()));
        return counted.lookups();
    }

    /** What is known, with a count of how often a person or a merge is looked up. */
    private static final class Counted {

        private final KnownOperation before;
        private final CountedMap<String, PersonFacts> facts;
        private final CountedMap<String, Merge> merges;

        Counted(KnownOperation before) {
            this.before = before;
            this.facts = new CountedMap<>(before.facts());
            this.merges = new CountedMap<>(before.merges().byOther());
        }

        Knowledge in(Knowledge known) {
            return new Knowledge(
                    known.operations()
                            .plus(
                                    OP,
                                    new KnownOperation(
                                            before.profiles(),
                                            facts,
                                            before.conclusions(),
                                            before.reopened(),
                                            before.families(),
                                            new Merges(
                                                    merges,
                                                    before.merges().into(),
                                                    before.merges().parted()),
                                            before.awaiting(),
                                            before.revoked())),
                    known.sensitive());
        }

        long lookups() {
            return facts.lookups() + merges.lookups();
        }
    }

    /** A mother, her sister who cares as well, and children. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family(
            int size) {
        List<DomainEvent> events = new ArrayList<>();
        events.add(facility("large", FacilityKind.CAMP, 1_000));
        for (int i = 1; i <= size; i++) {
            boolean carer = i <= 2;
            events.add(
                    arrived(
                            id(i),
                            Sex.FEMALE,
                            Age.between(carer ? 40 : 8, carer ? 45 : 9, TODAY),
                            new FamilyTie("f-9", carer ? FamilyRole.GUARDIAN : FamilyRole.CHILD)));
        }
        return open().given(events);
    }

    private static List<DomainEvent> inCamp(int size) {
        List<DomainEvent> events = new ArrayList<>();
        for (int i = 1; i <= size; i++) {
            events.addAll(placed(id(i), "large", Basis.VOLUNTARY_SHELTER));
        }
        return events;
    }

    private static UUID placement(UUID person) {
        return ordered(person, "large", Basis.VOLUNTARY_SHELTER).placementId();
    }

    private static UUID id(int number) {
        return new UUID(0x7000, 1_000 + 2 * number);
    }
}

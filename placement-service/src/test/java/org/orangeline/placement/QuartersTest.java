package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.rules.Neighbours;
import org.orangeline.runtime.scenario.Scenario;

/** P7: women are not held with unrelated men, in whatever section and however they come. */
class QuartersTest {

    private static final UUID WOMAN = new UUID(0x7000, 40);
    private static final UUID BOY = new UUID(0x7000, 41);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> annex =
            open().given(
                            new FacilityRegistered(
                                    "annex",
                                    "Annex",
                                    FacilityKind.CAMP,
                                    20,
                                    Admits.EVERYONE,
                                    List.of(
                                            new Section("open", "Open", 9, Admits.EVERYONE),
                                            new Section("other", "Other", 8, Admits.EVERYONE),
                                            new Section(
                                                    "families",
                                                    "Families",
                                                    7,
                                                    Admits.EVERYONE,
                                                    true)),
                                    null),
                            adult(PERSON),
                            arrived(WOMAN, Sex.FEMALE, Age.between(20, 30, TODAY), null),
                            arrived(BOY, Sex.MALE, Age.between(5, 6, TODAY), null),
                            mother(),
                            father(),
                            child());

    @Test
    void P7_a_section_of_a_camp_holds_no_woman_with_unrelated_men() {
        var withMan = annex.given(inside(PERSON, "open"));
        withMan.when(order(WOMAN, "open"), OFFICER).thenRefused("P7");
        withMan.when(order(WOMAN, "other"), OFFICER).thenAccepted();
        annex.given(inside(WOMAN, "open")).when(order(PERSON, "open"), OFFICER).thenRefused("P7");
        // A boy is no man among women; alone among strangers he is refused by another rule.
        annex.given(inside(WOMAN, "open")).when(order(BOY, "open"), OFFICER).thenRefused("P15");
    }

    @Test
    void P7_one_look_at_a_section_says_the_same_as_a_look_at_each() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            String section = random.nextBoolean() ? "open" : "families";
            List<UUID> people = new ArrayList<>();
            var there = annex;
            for (int i = 0; i < 2 + random.nextInt(7); i++) {
                UUID id = new UUID(0x7000, 200 + i);
                int years = random.nextInt(4) == 0 ? 9 : 30;
                String family = "f-" + (10 + random.nextInt(5));
                people.add(id);
                there =
                        there.given(
                                        arrived(
                                                id,
                                                random.nextBoolean() ? Sex.FEMALE : Sex.MALE,
                                                Age.between(years, years + 1, TODAY),
                                                random.nextInt(3) == 0
                                                        ? null
                                                        : new FamilyTie(
                                                                family, FamilyRole.SIBLING)))
                                .given(inside(id, section));
            }
            OperationPlacements state = there.own().operation(OP);
            KnownOperation known = there.known().operation(OP);
            var neighbours =
                    new Neighbours(
                            state.facility("annex").orElseThrow(),
                            new Place("annex", section),
                            state,
                            known,
                            TODAY);
            assertThat(neighbours.unrelated())
                    .as("seed " + seed)
                    .containsExactlyInAnyOrderElementsOf(
                            people.stream()
                                    .filter(id ->
                                            neighbours.areUnrelatedTo(
                                                    known.person(id).orElseThrow(), Stream.empty()))
                                    .toList());
        }
    }

    @Test
    void P7_an_order_that_names_no_section_finds_one_without_strangers() {
        assertThat(
                        annex.given(inside(PERSON, "open"))
                                .when(shelter(WOMAN, "annex"), OFFICER)
                                .event(PlacementOrdered.class)
                                .section())
                .isEqualTo("other");
    }

    @Test
    void P7_quarters_for_families_hold_families_and_nobody_alone_beside_them() {
        var family =
                annex.when(
                        new OrderTogether(
                                OP,
                                List.of(
                                        order(MOTHER, "families"),
                                        order(FATHER, "families"),
                                        order(CHILD, "families"))),
                        OFFICER);
        family.thenAccepted();
        var there = annex.given(family.events());
        there.when(order(WOMAN, "families"), OFFICER).thenRefused("P7");
        there.when(order(PERSON, "families"), OFFICER).thenRefused("P7");
        annex.given(inside(WOMAN, "families"))
                .when(
                        new OrderTogether(
                                OP,
                                List.of(
                                        order(MOTHER, "families"),
                                        order(FATHER, "families"),
                                        order(CHILD, "families"))),
                        OFFICER)
                .thenRefused("P7");
    }

    @Test
    void P7_two_families_share_quarters_for_families() {
        UUID wife = new UUID(0x7000, 50);
        UUID husband = new UUID(0x7000, 51);
        var two =
                annex.given(
                        arrived(
                                wife,
                                Sex.FEMALE,
                                Age.between(30, 31, TODAY),
                                new FamilyTie("f-2", FamilyRole.SPOUSE)),
                        arrived(
                                husband,
                                Sex.MALE,
                                Age.between(30, 31, TODAY),
                                new FamilyTie("f-2", FamilyRole.SPOUSE)));
        var one =
                two.when(
                        new OrderTogether(
                                OP, List.of(order(wife, "families"), order(husband, "families"))),
                        OFFICER);
        var other =
                new OrderTogether(
                        OP,
                        List.of(
                                order(MOTHER, "families"),
                                order(FATHER, "families"),
                                order(CHILD, "families")));
        two.given(one.events()).when(other, OFFICER).thenAccepted();
        var both =
                two.given(one.events())
                        .given(two.given(one.events()).when(other, OFFICER).events());
        var id = both.own().operation(OP).openPlacement(wife).orElseThrow().placementId();
        var inside =
                both.given(both.when(new AdmitPerson(OP, id, wife, null, null), OFFICER).events());
        var asked =
                inside.when(Given.release(id, wife), OFFICER)
                        .thenAccepted()
                        .event(PlacementQuestioned.class);
        assertThat(asked.personId()).as("a man without his family there").isEqualTo(husband);
        assertThat(asked.rules()).containsExactly("P7");
    }

    @Test
    void P7_counts_for_who_comes_by_transfer_and_beside_who_is_to_come_so() {
        var apart =
                annex.given(inside(PERSON, "open"))
                        .given(placed(WOMAN, "camp", Basis.VOLUNTARY_SHELTER));
        apart.when(move(WOMAN, "annex", "open"), OFFICER).thenRefused("P7");
        var moved = apart.when(move(WOMAN, "annex", "other"), OFFICER);
        moved.thenAccepted();
        // She is still in the camp; the section counts her already.
        apart.given(moved.events())
                .given(adult(new UUID(0x7000, 60)))
                .when(order(new UUID(0x7000, 60), "other"), OFFICER)
                .thenRefused("P7");
    }

    @Test
    void P7_a_woman_who_is_to_come_to_a_prison_by_transfer_keeps_unrelated_men_out_of_it() {
        assertThat(
                        annex.given(facility("prison-2", FacilityKind.PRISON, 5))
                                .given(placed(WOMAN, "prison", Basis.CRIMINAL_CUSTODY))
                                .given(placed(PERSON, "prison-2", Basis.CRIMINAL_CUSTODY))
                                .when(move(WOMAN, "prison-2", null), OFFICER)
                                .refusal()
                                .violations())
                .anyMatch(violation -> violation.rule().equals("P7"));
    }

    private static List<PlacementEvent> inside(UUID person, String section) {
        PlacementOrdered order = ordered(person, "annex", Basis.VOLUNTARY_SHELTER);
        return List.of(
                new PlacementOrdered(
                        person,
                        order.placementId(),
                        "annex",
                        order.basis(),
                        null,
                        null,
                        null,
                        order.consent(),
                        NOON,
                        null,
                        "human:officer",
                        section,
                        null),
                new ShelterProvided(person, order.placementId(), "annex", null));
    }

    private static OrderPlacement order(UUID person, String section) {
        return new OrderPlacement(
                OP,
                person,
                "annex",
                section,
                Basis.VOLUNTARY_SHELTER,
                null,
                null,
                null,
                Given.CONSENT);
    }

    private static OrderTransfer move(UUID person, String facility, @Nullable String section) {
        return new OrderTransfer(
                OP, List.of(new Party.Named(placementOf(person), person)), facility, section, WHY);
    }
}

package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.CONSENT;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.prison;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.model.Section;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.PlacementCommand.OrderPlacement;
import org.orangeline.placement.PlacementCommand.OrderTogether;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.SafeguardCommand.KeepApart;
import org.orangeline.placement.SafeguardCommand.RequestOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;

/** Families, pairs to be kept apart, and receivers (rules P6 to P9). */
class SafeguardTest {

    private static final UUID OVERRIDE = new UUID(0x7000, 500);

    @Test
    void P6_a_family_is_not_split_without_an_override_that_two_people_signed() {
        var family =
                open().given(mother(), child(), father())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(concluded(FATHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION));
        family.when(prison(FATHER), OFFICER).thenRefused("P6");
        var requested =
                family.given(
                        new OverrideRequested(
                                FATHER, OVERRIDE, "prison", "P6", Confidential.of("court")));
        requested.when(prison(FATHER), OFFICER).thenRefused("P6");
        PlacementOrdered order =
                requested
                        .given(new OverrideSigned(FATHER, OVERRIDE, "prison", "P6", "human:a"))
                        .when(prison(FATHER), OFFICER)
                        .event(PlacementOrdered.class);
        assertThat(order.overrides()).containsExactly(OVERRIDE);
    }

    @Test
    void P6_an_override_for_another_place_does_not_count() {
        open().given(mother(), father())
                .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .given(
                        concluded(FATHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION),
                        new OverrideRequested(
                                FATHER, OVERRIDE, "children", "P6", Confidential.of("court")),
                        new OverrideSigned(FATHER, OVERRIDE, "children", "P6", "human:a"))
                .when(prison(FATHER), OFFICER)
                .thenRefused("P6");
    }

    @Test
    void P6_the_second_signature_is_another_persons() {
        var requested =
                open().given(adult(PERSON))
                        .by(OFFICER)
                        .given(
                                new OverrideRequested(
                                        PERSON,
                                        OVERRIDE,
                                        "prison",
                                        "P6",
                                        Confidential.of("court")));
        requested.when(new SignOverride(OP, OVERRIDE, PERSON), OFFICER).thenRefused("P6");
        requested.when(new SignOverride(OP, OVERRIDE, PERSON), OFFICER_ELSEWHERE).thenRefused("P6");
        requested.when(new SignOverride(OP, OVERRIDE, PERSON), ROBOT).thenRefused("S6");
        requested.when(new SignOverride(OP, OVERRIDE, PERSON), OTHER_OFFICER).thenAccepted();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "S2", "P1", "P2", "P3", "P4", "P5", "P7", "P9", "P10", "P11", "P12", "P13", "P14",
                "P16", "P17", "P18", "P19"
            })
    void P6_no_signature_lifts_another_rule(String rule) {
        open().given(adult(PERSON))
                .when(new RequestOverride(OP, PERSON, "prison", rule, WHY), OFFICER)
                .thenRefused(rule);
    }

    @Test
    void P6_a_child_does_not_go_where_its_mother_is_not() {
        var waiting = open().given(mother(), child());
        waiting.when(shelter(CHILD, "camp"), OFFICER).thenRefused("P15", "P6");
        waiting.when(
                        new OrderTogether(
                                OP, List.of(shelter(CHILD, "camp"), shelter(MOTHER, "camp"))),
                        OFFICER)
                .thenAccepted();
        waiting.given(ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                .when(shelter(CHILD, "camp"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_a_prison_does_not_take_a_mother_from_the_child_that_she_alone_cares_for() {
        var alone =
                open().given(mother(), child())
                        .given(concluded(MOTHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION));
        alone.when(prison(MOTHER), OFFICER).thenRefused("P6");
        alone.given(father()).when(prison(MOTHER), OFFICER).thenAccepted();
    }

    @Test
    void P6_a_link_that_an_officer_makes_binds_like_a_family_of_one_tablet() {
        var linked =
                open().given(adult(PERSON), adult(FATHER))
                        .given(
                                new FamilyLinked(
                                        PERSON,
                                        OVERRIDE,
                                        FATHER,
                                        FamilyRole.SIBLING,
                                        Confidential.of("said so")))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        linked.when(shelter(PERSON, "children"), OFFICER).thenRefused("P15", "P6");
        linked.when(shelter(PERSON, "camp"), OFFICER).thenAccepted();
    }

    @Test
    void P1_a_family_that_is_ordered_together_gets_all_its_places_or_none() {
        var order =
                new OrderTogether(
                        OP,
                        List.of(
                                shelter(MOTHER, "camp"),
                                shelter(CHILD, "camp"),
                                shelter(FATHER, "camp")));
        open().given(mother(), child(), father()).when(order, OFFICER).thenRefused("P1");
        open().given(mother(), child(), father(), facility("big", FacilityKind.CAMP, 3))
                .when(
                        new OrderTogether(
                                OP,
                                List.of(
                                        shelter(MOTHER, "big"),
                                        shelter(CHILD, "big"),
                                        shelter(FATHER, "big"))),
                        OFFICER)
                .thenAccepted();
    }

    @Test
    void P7_a_section_takes_whom_it_declares_and_an_order_finds_one_that_does() {
        var sections =
                open().given(
                                adult(PERSON),
                                new FacilityRegistered(
                                        "al-hol",
                                        "Al-Hol",
                                        FacilityKind.CAMP,
                                        10,
                                        Admits.EVERYONE,
                                        List.of(
                                                new Section(
                                                        "annex",
                                                        "Annex",
                                                        5,
                                                        new Admits(Set.of(Sex.FEMALE), Set.of())),
                                                new Section(
                                                        "men",
                                                        "Men",
                                                        1,
                                                        new Admits(Set.of(Sex.MALE), Set.of()))),
                                        null));
        sections.when(
                        new OrderPlacement(
                                OP,
                                PERSON,
                                "al-hol",
                                "annex",
                                Basis.VOLUNTARY_SHELTER,
                                null,
                                null,
                                null,
                                CONSENT),
                        OFFICER)
                .thenRefused("P7");
        assertThat(
                        sections.when(shelter(PERSON, "al-hol"), OFFICER)
                                .event(PlacementOrdered.class)
                                .section())
                .isEqualTo("men");
    }

    @Test
    void P7_women_are_not_held_with_unrelated_men() {
        var prisoner =
                open().given(
                                adult(PERSON),
                                arrived(MOTHER, Sex.FEMALE, Age.between(30, 35, TODAY), null),
                                concluded(PERSON, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                        .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY))
                        .given(concluded(MOTHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION));
        prisoner.when(prison(MOTHER), OFFICER).thenRefused("P7");
        open().given(
                        arrived(MOTHER, Sex.FEMALE, Age.between(30, 35, TODAY), null),
                        concluded(MOTHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                .when(prison(MOTHER), OFFICER)
                .thenAccepted();
    }

    @Test
    void P8_people_to_be_kept_apart_are_not_placed_together_without_two_signatures() {
        var apart =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(new KeepApartDeclared(PERSON, FATHER, Confidential.of("a dispute")));
        apart.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P8");
        apart.given(
                        new OverrideRequested(
                                PERSON, OVERRIDE, "camp", "P8", Confidential.of("guarded")),
                        new OverrideSigned(PERSON, OVERRIDE, "camp", "P8", "human:a"))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P8_who_is_together_already_is_questioned() {
        var together =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(together.when(new KeepApart(OP, PERSON, FATHER, WHY), OFFICER).events())
                .filteredOn(PlacementQuestioned.class::isInstance)
                .hasSize(2);
    }

    @Test
    void P9_a_hand_over_needs_an_assessment_without_substantial_risk() {
        var held =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var over = Given.handOver(placementOf(PERSON), PERSON, "IRQ");
        held.when(over, OFFICER).thenRefused("P9");
        held.given(
                        held.when(
                                        new AssessReceiver(
                                                OP,
                                                PERSON,
                                                "IRQ",
                                                Risk.RISK,
                                                WHY,
                                                Given.NOON,
                                                null),
                                        OFFICER)
                                .events())
                .when(over, OFFICER)
                .thenRefused("P9");
        var safe =
                held.given(
                        held.when(
                                        new AssessReceiver(
                                                OP,
                                                PERSON,
                                                "IRQ",
                                                Risk.NO_SUBSTANTIAL_RISK,
                                                WHY,
                                                Given.NOON,
                                                null),
                                        OFFICER)
                                .events());
        safe.when(Given.handOver(placementOf(PERSON), PERSON, "SYR"), OFFICER).thenRefused("P9");
        safe.when(over, ROBOT).thenRefused("S6");
        assertThat(safe.when(over, OFFICER).event(HandedOver.class).receiver()).isEqualTo("IRQ");
    }

    @Test
    void P9_an_assessment_is_relied_on_for_as_long_as_the_profile_says() {
        var safe =
                open().given(adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(
                                Given.assessed(
                                        PERSON, OVERRIDE, "IRQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK));
        var over = Given.handOver(placementOf(PERSON), PERSON, "IRQ");
        safe.at(NOON.plus(Duration.ofDays(90))).when(over, OFFICER).thenAccepted();
        safe.at(NOON.plus(Duration.ofDays(91))).when(over, OFFICER).thenRefused("P9");
        var anew =
                safe.at(NOON.plus(Duration.ofDays(91)))
                        .given(
                                Given.assessed(
                                        PERSON, FATHER, "IRQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK));
        anew.when(over, OFFICER).thenAccepted();
    }
}

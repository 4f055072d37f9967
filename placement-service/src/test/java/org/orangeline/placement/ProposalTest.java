package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.PlacementProposed.Action;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;

class ProposalTest {

    @ParameterizedTest
    @CsvSource({
        "FIGHTER,          DIRECT_PARTICIPATION, PLACE,   PRISON, CRIMINAL_CUSTODY",
        "FAMILY_MEMBER,    FAMILY_TIE,           PLACE,   CAMP,   VOLUNTARY_SHELTER",
        "FAMILY_MEMBER,    SPECIFIC_THREAT,      PLACE,   CAMP,   INTERNMENT",
        "CIVILIAN,         NO_INDICATION,        RELEASE,       ,"
    })
    void a_finding_leads_to_a_proposal(
            Finding finding,
            GroundCode ground,
            Action action,
            @Nullable FacilityKind kind,
            @Nullable Basis basis) {
        PlacementProposed proposed =
                open().given(adult(PERSON), concluded(PERSON, finding, ground))
                        .when(new ProposePlacement(OP, PERSON), ROBOT)
                        .event(PlacementProposed.class);
        assertThat(proposed.action()).isEqualTo(action);
        assertThat(proposed.facilityKind()).isEqualTo(kind);
        assertThat(proposed.basis()).isEqualTo(basis);
    }

    @Test
    void a_conclusion_calls_for_a_proposal_even_when_it_is_learned_before_the_arrival() {
        var early = open().given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        assertThat(early.reactions(PERSON.toString())).isEmpty();
        assertThat(early.given(adult(PERSON)).reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .containsExactly(new ProposePlacement(OP, PERSON));
    }

    @Test
    void P3_a_child_or_a_person_in_doubt_is_never_proposed_for_a_prison() {
        PlacementProposed proposed =
                open().given(
                                arrived(PERSON, Sex.MALE, Age.between(16, 20, Given.TODAY), null),
                                concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                        .when(new ProposePlacement(OP, PERSON), ROBOT)
                        .event(PlacementProposed.class);
        assertThat(proposed.facilityKind()).isEqualTo(FacilityKind.CHILD_CENTRE);
        assertThat(proposed.basis()).isEqualTo(Basis.VOLUNTARY_SHELTER);
    }

    @Test
    void a_mothers_children_are_proposed_beside_her() {
        var family =
                open().given(
                                mother(),
                                child(),
                                concluded(
                                        MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT),
                                ordered(MOTHER, "camp", Basis.INTERNMENT));
        assertThat(family.reactions(CHILD.toString()))
                .extracting(reaction -> reaction.command())
                .containsExactly(new ProposeBeside(OP, CHILD, MOTHER));
        PlacementProposed proposed =
                family.when(new ProposeBeside(OP, CHILD, MOTHER), ROBOT)
                        .event(PlacementProposed.class);
        assertThat(proposed.facilityId()).isEqualTo("camp");
        assertThat(proposed.basis()).isEqualTo(Basis.ACCOMPANYING_FAMILY);
        assertThat(proposed.accompanies()).isEqualTo(MOTHER);
    }

    @Test
    void children_of_a_sheltered_mother_are_sheltered_too() {
        assertThat(
                        open().given(
                                        mother(),
                                        child(),
                                        concluded(
                                                MOTHER,
                                                Finding.FAMILY_MEMBER,
                                                GroundCode.FAMILY_TIE),
                                        ordered(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                                .when(new ProposeBeside(OP, CHILD, MOTHER), ROBOT)
                                .event(PlacementProposed.class)
                                .basis())
                .isEqualTo(Basis.VOLUNTARY_SHELTER);
    }

    @Test
    void nothing_is_proposed_for_an_undetermined_finding() {
        open().given(adult(PERSON), concluded(PERSON, Finding.UNDETERMINED))
                .when(new ProposePlacement(OP, PERSON), ROBOT)
                .thenConflict();
    }

    @Test
    void P13_release_is_proposed_for_a_civilian_who_is_placed() {
        assertThat(
                        open().given(
                                        adult(PERSON),
                                        ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER),
                                        concluded(
                                                PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                                .when(new ProposePlacement(OP, PERSON), ROBOT)
                                .event(PlacementProposed.class)
                                .action())
                .isEqualTo(Action.RELEASE);
    }

    @Test
    void proposals_spread_over_the_facilities_that_have_room() {
        var first =
                open().given(
                                Given.facility("camp-2", FacilityKind.CAMP, 2),
                                adult(PERSON),
                                mother(),
                                concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE),
                                concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE));
        PlacementProposed proposed =
                first.when(new ProposePlacement(OP, PERSON), ROBOT).event(PlacementProposed.class);
        assertThat(
                        first.given(proposed)
                                .when(new ProposePlacement(OP, MOTHER), ROBOT)
                                .event(PlacementProposed.class)
                                .facilityId())
                .isNotNull()
                .isNotEqualTo(proposed.facilityId());
    }
}

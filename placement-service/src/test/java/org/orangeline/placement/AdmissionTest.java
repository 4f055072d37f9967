package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.PLACEMENT;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.ageDisputed;
import static org.orangeline.placement.Given.ageSettled;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ShelterProvided;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.CancelPlacement;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

class AdmissionTest {

    private static final UUID DISPUTE = new UUID(0x9000, 1);

    private static final PlacedInDetention IN_PRISON =
            new PlacedInDetention(PERSON, PLACEMENT, "prison", Basis.CRIMINAL_CUSTODY, null);

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            orderedToPrison() {
        return open().given(
                        adult(PERSON),
                        concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION),
                        ordered(PERSON, PLACEMENT, "prison", Basis.CRIMINAL_CUSTODY));
    }

    private static AdmitPerson admit(@Nullable String insideAlready) {
        return new AdmitPerson(OP, PLACEMENT, PERSON, insideAlready, null);
    }

    @Test
    void who_was_ordered_is_admitted() {
        var admitted = orderedToPrison().when(admit(null), OFFICER).then(IN_PRISON);
        Facility prison = admitted.own().operation(OP).facility("prison").orElseThrow();
        assertThat(List.of(prison.reserved(), prison.present(), prison.free()))
                .containsExactly(0, 1, 1);
    }

    @Test
    void shelter_is_never_recorded_as_detention() {
        open().given(adult(PERSON), ordered(PERSON, PLACEMENT, "camp", Basis.VOLUNTARY_SHELTER))
                .when(admit(null), OFFICER)
                .then(new ShelterProvided(PERSON, PLACEMENT, "camp", null));
    }

    @Test
    void P3_an_order_for_an_adult_who_is_found_to_be_15_is_not_admitted() {
        orderedToPrison()
                .given(ageCorrected(PERSON, 15))
                .when(admit(null), OFFICER)
                .thenRefused("P3");
    }

    @Test
    void P14_P16_who_is_inside_already_is_recorded_and_questioned() {
        orderedToPrison()
                .given(ageCorrected(PERSON, 15))
                .when(admit("came with the convoy"), OFFICER)
                .then(
                        new PlacedInDetention(
                                PERSON,
                                PLACEMENT,
                                "prison",
                                Basis.CRIMINAL_CUSTODY,
                                Confidential.of("came with the convoy")),
                        new PlacementQuestioned(PERSON, PLACEMENT, "prison", List.of("P3"), null));
    }

    @Test
    void P14_a_corrected_age_questions_a_standing_placement() {
        var corrected = orderedToPrison().given(IN_PRISON, ageCorrected(PERSON, 15));
        assertThat(corrected.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionPlacement(OP, PERSON));
        corrected
                .when(new QuestionPlacement(OP, PERSON), ROBOT)
                .then(new PlacementQuestioned(PERSON, PLACEMENT, "prison", List.of("P3"), null));
    }

    @Test
    void P14_an_age_that_is_in_dispute_questions_a_standing_placement_until_it_is_settled() {
        var disputed = orderedToPrison().given(IN_PRISON, ageDisputed(PERSON, DISPUTE, 15));
        disputed.when(new QuestionPlacement(OP, PERSON), ROBOT)
                .then(new PlacementQuestioned(PERSON, PLACEMENT, "prison", List.of("P3"), null));
        orderedToPrison()
                .given(ageDisputed(PERSON, DISPUTE, 15))
                .when(admit(null), OFFICER)
                .thenRefused("P3");
        orderedToPrison()
                .given(ageDisputed(PERSON, DISPUTE, 15), ageSettled(PERSON, DISPUTE))
                .when(admit(null), OFFICER)
                .then(IN_PRISON);
    }

    @Test
    void P14_another_finding_questions_a_standing_placement() {
        orderedToPrison()
                .given(IN_PRISON, concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                .when(new QuestionPlacement(OP, PERSON), ROBOT)
                .then(
                        new PlacementQuestioned(
                                PERSON, PLACEMENT, "prison", List.of("P4", "P13"), null));
    }

    @Test
    void P14_what_a_human_has_settled_comes_up_again_with_a_later_fact_only() {
        var settled =
                orderedToPrison()
                        .given(
                                IN_PRISON,
                                ageCorrected(PERSON, 15),
                                new PlacementQuestioned(
                                        PERSON, PLACEMENT, "prison", List.of("P3"), null),
                                new QuestionSettled(
                                        PERSON,
                                        PLACEMENT,
                                        "prison",
                                        List.of("P3"),
                                        Confidential.of("is brought to a child centre")));
        settled.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        settled.given(ageCorrected(PERSON, 14))
                .when(new QuestionPlacement(OP, PERSON), ROBOT)
                .then(new PlacementQuestioned(PERSON, PLACEMENT, "prison", List.of("P3"), null));
    }

    @Test
    void P14_a_question_is_raised_once_and_stays_open() {
        var questioned =
                orderedToPrison()
                        .given(
                                IN_PRISON,
                                ageCorrected(PERSON, 15),
                                new PlacementQuestioned(
                                        PERSON, PLACEMENT, "prison", List.of("P3"), null));
        questioned.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        assertThat(questioned.own().operation(OP).openPlacement(PERSON).orElseThrow().questioned())
                .containsExactly("P3");
    }

    @Test
    void S6_a_machine_neither_admits_nor_cancels_nor_releases() {
        orderedToPrison().when(admit(null), ROBOT).thenRefused("S6");
        orderedToPrison()
                .when(new CancelPlacement(OP, PLACEMENT, PERSON, "why"), ROBOT)
                .thenRefused("S6");
        orderedToPrison()
                .given(IN_PRISON)
                .when(Given.release(PLACEMENT, PERSON), ROBOT)
                .thenRefused("S6");
    }

    @Test
    void a_cancelled_order_frees_its_place_and_cannot_be_admitted() {
        var cancelled =
                orderedToPrison()
                        .when(new CancelPlacement(OP, PLACEMENT, PERSON, "mistaken"), OFFICER)
                        .then(
                                new PlacementCancelled(
                                        PERSON, PLACEMENT, "prison", Confidential.of("mistaken")));
        assertThat(cancelled.own().operation(OP).facility("prison").orElseThrow().free())
                .isEqualTo(2);
        orderedToPrison()
                .given(
                        new PlacementCancelled(
                                PERSON, PLACEMENT, "prison", Confidential.of("mistaken")))
                .when(admit(null), OFFICER)
                .thenConflict();
    }

    @Test
    void P1_a_release_ends_the_placement_and_frees_the_place() {
        var released =
                orderedToPrison()
                        .given(IN_PRISON)
                        .when(Given.release(PLACEMENT, PERSON), OFFICER)
                        .then(
                                new ReleasedFromDetention(
                                        PERSON,
                                        PLACEMENT,
                                        "prison",
                                        Basis.CRIMINAL_CUSTODY,
                                        Confidential.of(Given.WHY.text()),
                                        null,
                                        DepartureKind.WITH_FAMILY));
        assertThat(released.own().operation(OP).openPlacement(PERSON)).isEmpty();
        assertThat(released.own().operation(OP).facility("prison").orElseThrow().free())
                .isEqualTo(2);
    }

    @Test
    void P14_who_only_accompanied_is_questioned_when_the_other_leaves() {
        var family =
                open().given(
                                mother(),
                                child(),
                                ordered(MOTHER, PLACEMENT, "camp", Basis.INTERNMENT),
                                accompanied());
        family.when(new CancelPlacement(OP, PLACEMENT, MOTHER, "mistaken"), OFFICER)
                .then(
                        new PlacementCancelled(
                                MOTHER, PLACEMENT, "camp", Confidential.of("mistaken")),
                        new PlacementQuestioned(
                                CHILD,
                                accompanied().placementId(),
                                "camp",
                                List.of("P5", "P6", "P15"),
                                null));
        family.given(new PlacedInDetention(MOTHER, PLACEMENT, "camp", Basis.INTERNMENT, null))
                .when(Given.release(PLACEMENT, MOTHER), OFFICER)
                .then(
                        new ReleasedFromDetention(
                                MOTHER,
                                PLACEMENT,
                                "camp",
                                Basis.INTERNMENT,
                                Confidential.of(Given.WHY.text()),
                                null,
                                DepartureKind.WITH_FAMILY),
                        new PlacementQuestioned(
                                CHILD,
                                accompanied().placementId(),
                                "camp",
                                List.of("P5", "P6", "P15"),
                                null));
    }

    private static PlacementOrdered accompanied() {
        return new PlacementOrdered(
                CHILD,
                new java.util.UUID(0x7000, 500),
                "camp",
                Basis.ACCOMPANYING_FAMILY,
                null,
                null,
                MOTHER,
                null,
                Given.NOON,
                Given.NOON,
                "human:officer",
                null,
                null);
    }

    @Test
    void only_who_is_placed_is_released_and_only_an_order_is_cancelled() {
        orderedToPrison().when(Given.release(PLACEMENT, PERSON), OFFICER).thenConflict();
        orderedToPrison()
                .given(IN_PRISON)
                .when(new CancelPlacement(OP, PLACEMENT, PERSON, "why"), OFFICER)
                .thenConflict();
        orderedToPrison().given(IN_PRISON).when(admit(null), OFFICER).thenConflict();
    }
}

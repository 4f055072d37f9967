package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.questions.RuleHistory;
import org.orangeline.placement.questions.RuleMoment;
import org.orangeline.placement.questions.RuleMoment.How;
import org.orangeline.runtime.scenario.Scenario;

/** What a log tells of the rules: every moment in which one did not hold, and who ended it. */
class RuleHistoryTest {

    private static final Instant LATER = NOON.plus(Duration.ofDays(3));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held =
            open().given(
                            adult(PERSON),
                            concluded(PERSON, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                    .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY));

    @Test
    void where_every_rule_held_there_is_nothing() {
        assertThat(moments(held, NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void a_child_in_a_prison_is_a_moment_from_the_question_to_the_release() {
        var questioned =
                held.given(ageCorrected(PERSON, 15))
                        .given(
                                new PlacementQuestioned(
                                        PERSON, placementOf(PERSON), "prison", List.of("P3"), null))
                        .at(LATER)
                        .by(OFFICER)
                        .given(
                                new ReleasedFromDetention(
                                        PERSON,
                                        placementOf(PERSON),
                                        "prison",
                                        Basis.CRIMINAL_CUSTODY,
                                        Confidential.of("a child"),
                                        null,
                                        null));
        assertThat(moments(questioned, LATER))
                .singleElement()
                .isEqualTo(
                        new RuleMoment(
                                OP,
                                "P3",
                                How.QUESTIONED,
                                PERSON,
                                placementOf(PERSON),
                                NOON,
                                LATER,
                                List.of(OFFICER.text()),
                                "ReleasedFromDetention"));
    }

    @Test
    void a_child_in_a_prison_whom_nobody_asked_about_is_a_fault() {
        assertThat(moments(held.given(ageCorrected(PERSON, 15)), LATER))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.how()).isEqualTo(How.UNNOTICED);
                    assertThat(moment.rule()).isEqualTo("P3");
                    assertThat(moment.until()).isNull();
                });
    }

    @Test
    void what_two_people_signed_for_is_a_moment_with_their_names() {
        UUID id = new UUID(0x7000, 960);
        var signed =
                open().given(adult(PERSON))
                        .by(OFFICER)
                        .given(
                                new OverrideRequested(
                                        PERSON, id, "camp", "P6", Confidential.of("court")))
                        .by(OTHER_OFFICER)
                        .given(new OverrideSigned(PERSON, id, "camp", "P6", OFFICER.text()))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(moments(signed, LATER))
                .singleElement()
                .satisfies(moment -> {
                    assertThat(moment.how()).isEqualTo(How.SIGNED);
                    assertThat(moment.by()).containsExactly(OFFICER.text(), OTHER_OFFICER.text());
                });
    }

    @Test
    void P15_a_child_that_is_inside_with_nobody_who_cares_for_it_is_a_fault() {
        var people = open().given(Given.child(), Given.mother(), adult(PERSON));
        var beside =
                people.given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(moments(beside, LATER)).isEmpty();
        assertThat(unnoticed(people.given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))))
                .containsExactly("P15");
        assertThat(unnoticed(people.given(placed(CHILD, "children", Basis.VOLUNTARY_SHELTER))))
                .isEmpty();
        assertThat(unnoticed(people.given(placed(PERSON, "children", Basis.VOLUNTARY_SHELTER))))
                .containsExactly("P15");
        var raised =
                open().given(
                                Given.child(),
                                new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED),
                                Given.mother())
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(unnoticed(raised)).containsExactly("P15");
        assertThat(
                        unnoticed(
                                raised.given(
                                        new PlacementQuestioned(
                                                CHILD,
                                                placementOf(CHILD),
                                                "camp",
                                                List.of("P15"),
                                                null))))
                .isEmpty();
    }

    @Test
    void P6_a_child_in_one_place_and_its_mother_in_another_are_a_fault() {
        var apart =
                open().given(Given.child(), Given.mother())
                        .given(placed(CHILD, "children", Basis.VOLUNTARY_SHELTER))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(unnoticed(apart)).containsExactly("P6");
        assertThat(
                        unnoticed(
                                apart.given(
                                        new PlacementQuestioned(
                                                MOTHER,
                                                placementOf(MOTHER),
                                                "camp",
                                                List.of("P6"),
                                                null))))
                .isEmpty();
    }

    @Test
    void P7_a_woman_in_a_cell_with_an_unrelated_man_is_a_fault() {
        UUID woman = new UUID(0x7000, 88);
        var cell =
                held.given(
                                Given.arrived(
                                        woman, Sex.FEMALE, Age.between(30, 40, Given.TODAY), null),
                                concluded(woman, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION))
                        .given(placed(woman, "prison", Basis.CRIMINAL_CUSTODY));
        assertThat(unnoticed(cell)).containsOnly("P7");
        var men =
                open().given(Given.onlyFor("men", Sex.MALE, AgeBand.ADULT))
                        .given(Given.mother())
                        .given(placed(MOTHER, "men", Basis.VOLUNTARY_SHELTER));
        assertThat(unnoticed(men)).containsExactly("P7");
    }

    private static List<String> unnoticed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return moments(scenario, LATER).stream()
                .filter(moment -> moment.how() == How.UNNOTICED)
                .map(RuleMoment::rule)
                .toList();
    }

    @Test
    void a_carer_who_is_to_be_moved_is_beside_the_child_until_then() {
        var together =
                open().given(Given.mother(), Given.child())
                        .given(Given.facility("other", FacilityKind.CAMP, 5))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(
                                new TransferOrdered(
                                        MOTHER,
                                        placementOf(MOTHER),
                                        new UUID(0x7000, 961),
                                        "camp",
                                        "other",
                                        null,
                                        Confidential.of("surgery")));
        assertThat(moments(together, LATER)).isEmpty();
        var moved =
                together.given(
                        new Transferred(
                                MOTHER,
                                placementOf(MOTHER),
                                new UUID(0x7000, 961),
                                "camp",
                                "other",
                                null));
        assertThat(moments(moved, LATER))
                .extracting(RuleMoment::rule)
                .containsExactlyInAnyOrder("P15", "P6");
    }

    private static List<RuleMoment> moments(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario,
            Instant now) {
        var history = new RuleHistory(new PlacementModel());
        scenario.log()
                .forEach(one -> {
                    if (one.event() instanceof PlacementEvent) {
                        history.evolve(one);
                    } else {
                        history.learn(one);
                    }
                });
        return history.moments(now);
    }
}

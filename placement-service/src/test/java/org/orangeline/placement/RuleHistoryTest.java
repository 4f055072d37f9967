package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
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
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReleasedFromDetention;
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
    void a_child_among_strangers_whom_nobody_asked_about_is_a_fault() {
        var alone =
                open().given(adult(PERSON), ageCorrected(PERSON, 7))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(moments(alone, LATER))
                .extracting(RuleMoment::rule, RuleMoment::how)
                .containsExactly(tuple("P15", How.UNNOTICED));
    }

    @Test
    void a_family_that_is_apart_is_a_fault_until_somebody_asks() {
        var apart =
                open().given(Given.mother(), Given.child())
                        .given(placed(Given.MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(Given.CHILD, "children", Basis.VOLUNTARY_SHELTER));
        assertThat(moments(apart, LATER)).extracting(RuleMoment::rule).containsExactly("P6", "P6");
        var asked =
                apart.given(
                        new PlacementQuestioned(
                                Given.CHILD,
                                placementOf(Given.CHILD),
                                "children",
                                List.of("P6"),
                                null));
        assertThat(moments(asked, LATER))
                .as("one question is enough for both")
                .extracting(RuleMoment::how)
                .containsExactly(How.QUESTIONED);
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

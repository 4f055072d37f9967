package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OFFICER_ELSEWHERE;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.QuestionCommand.ReportOverdueQuestion;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.scenario.Scenario;

/** P14: what closes a question, and who; each has a limit. */
class QuestionTest {

    private static final UUID PLACED = placementOf(PERSON);
    private static final Confidential<String> REASON = Confidential.of("why");

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> fighter =
            open().given(adult(PERSON))
                    .given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                    .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> boy =
            asked(fighter.given(ageCorrected(PERSON, 15)));

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> asked(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before) {
        return before.given(
                before.when(new QuestionPlacement(OP, PERSON), ROBOT).thenAccepted().events());
    }

    private static SettleQuestion settle(String... rules) {
        return new SettleQuestion(OP, PLACED, PERSON, List.of(rules), WHY);
    }

    @Test
    void P14_no_words_close_a_question_on_a_rule_that_no_signature_lifts() {
        assertThat(questions(boy)).containsExactly("P3");
        boy.when(settle("P3"), OFFICER).thenRefused("P3");
        boy.when(settle("P3"), OTHER_OFFICER).thenRefused("P3");
        boy.when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT).thenConflict();
        assertThat(boy.when(settle("P3"), OTHER_OFFICER).refusal().toString())
                .contains("closes by itself", "CHILD_CENTRE");
    }

    @Test
    void P14_P15_who_is_left_behind_is_asked_about_when_a_relative_dies_or_goes() {
        var together =
                open().given(Given.mother(), Given.child())
                        .given(placed(MOTHER, "children", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "children", Basis.VOLUNTARY_SHELTER));
        var question = new QuestionPlacement(OP, MOTHER, true);
        for (DomainEvent gone :
                List.of(
                        new PersonDied(CHILD, NOON, REASON),
                        new PersonLeft(CHILD, NOON, REASON, DepartureKind.OWN_WAY))) {
            var left = together.given(gone);
            assertThat(left.reactions(CHILD.toString()))
                    .extracting(reaction -> reaction.command())
                    .contains(question);
            var asked = left.given(left.when(question, ROBOT).thenAccepted().events());
            assertThat(asked.own().operation(OP).placement(placementOf(MOTHER)).orElseThrow())
                    .extracting(Placement::questioned)
                    .isEqualTo(List.of("P15"));
        }
    }

    @Test
    void P14_a_family_that_is_moved_together_is_not_asked_about_on_the_way() {
        var together =
                open().given(Given.mother(), Given.child())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(ageCorrected(MOTHER, 26), facility("big", FacilityKind.CAMP, 5));
        UUID move = new UUID(0x7000, 510);
        var moving =
                together.given(
                        new TransferOrdered(
                                MOTHER, placementOf(MOTHER), move, "camp", "big", null, REASON),
                        new TransferOrdered(
                                CHILD, placementOf(CHILD), move, "camp", "big", null, REASON));
        moving.when(new QuestionPlacement(OP, CHILD), ROBOT).thenConflict();
        moving.when(new QuestionPlacement(OP, MOTHER), ROBOT).thenConflict();
        var halfway =
                moving.given(
                        new Transferred(MOTHER, placementOf(MOTHER), move, "camp", "big", null));
        halfway.when(new QuestionPlacement(OP, CHILD), ROBOT).thenConflict();
        halfway.when(new QuestionPlacement(OP, MOTHER), ROBOT).thenConflict();
    }

    @Test
    void P6_nobody_left_a_child_that_died_in_the_place() {
        var together =
                open().given(adult(MOTHER), adult(CHILD), ageCorrected(CHILD, 6))
                        .given(
                                new FamilyLinked(
                                        CHILD,
                                        new UUID(0x7000, 511),
                                        MOTHER,
                                        FamilyRole.PARENT,
                                        REASON))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var dead =
                together.given(new DiedInCustody(CHILD, placementOf(CHILD), "camp", NOON, REASON));
        dead.when(new QuestionPlacement(OP, MOTHER), ROBOT).thenConflict();
    }

    @Test
    void P14_P15_a_child_is_asked_about_when_its_carer_is_none_any_more() {
        var beside =
                open().given(Given.mother(), Given.child())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var question = new QuestionPlacement(OP, CHILD, true);
        var young = beside.given(ageCorrected(MOTHER, 16));
        assertThat(young.reactions(MOTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(question);
        var asked = young.given(young.when(question, ROBOT).thenAccepted().events());
        assertThat(asked.own().operation(OP).placement(placementOf(CHILD)).orElseThrow())
                .extracting(Placement::questioned)
                .isEqualTo(List.of("P15"));
    }

    @Test
    void P14_P15_a_child_that_a_log_of_before_placed_with_who_came_later_is_asked_about() {
        var placed =
                open().given(Given.child())
                        .given(new ChildFoundAlone(CHILD, Loneliness.UNACCOMPANIED))
                        .given(Given.mother())
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var question = new QuestionPlacement(OP, CHILD);
        assertThat(placed.reactions(CHILD.toString()))
                .extracting(reaction -> reaction.command())
                .contains(question);
        assertThat(placed.when(question, ROBOT).event(PlacementQuestioned.class).rules())
                .containsExactly("P15");
    }

    @Test
    void P14_a_question_closes_by_itself_when_the_age_is_another_one() {
        var grown = boy.given(ageCorrected(PERSON, 20));
        assertThat(closing(grown)).contains(new CloseQuestion(OP, PERSON, PLACED, "P3"));
        var closed = grown.when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT);
        assertThat(closed.event(RuleKeptAgain.class).rules()).containsExactly("P3");
        assertThat(questions(grown.given(closed.events()))).isEmpty();
        grown.given(closed.events())
                .when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT)
                .thenConflict();
    }

    @Test
    void P14_who_grows_up_is_looked_at_on_that_day() {
        var birthday = LocalDate.parse("2019-03-08").minusYears(18);
        var young =
                asked(
                        fighter.given(
                                new org.orangeline.events.intake.PersonDetailsCorrected(
                                        PERSON,
                                        null,
                                        Age.born(birthday),
                                        null,
                                        null,
                                        null,
                                        null,
                                        REASON)));
        assertThat(young.reactionsLater(PERSON.toString()))
                .anySatisfy(reaction -> {
                    assertThat(reaction.command())
                            .isEqualTo(new CloseQuestion(OP, PERSON, PLACED, "P3"));
                    assertThat(reaction.notBefore()).isEqualTo("2019-03-08T00:00:00Z");
                });
        young.at(NOON.plus(Duration.ofDays(7)))
                .when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT)
                .thenAccepted();
    }

    @Test
    void P5_who_accompanies_without_consent_is_looked_at_when_they_may_be_an_adult() {
        var family =
                open().given(Given.mother())
                        .given(
                                arrived(
                                        PERSON,
                                        Sex.FEMALE,
                                        Age.between(12, 17, Given.TODAY),
                                        new FamilyTie("f-1", FamilyRole.CHILD)))
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT));
        var beside =
                family.given(
                        family.when(Given.accompanying(PERSON, MOTHER), OFFICER)
                                .thenAccepted()
                                .events());
        var asking = new QuestionPlacement(OP, PERSON);
        var year = Given.TODAY.plusYears(1);
        assertThat(beside.reactionsLater(PERSON.toString()))
                .filteredOn(reaction -> reaction.command().equals(asking))
                .anySatisfy(reaction ->
                        assertThat(reaction.notBefore())
                                .isEqualTo(year.atStartOfDay().toInstant(ZoneOffset.UTC)));
        beside.when(asking, ROBOT).thenConflict();
        assertThat(
                        beside.at(NOON.plus(Duration.ofDays(366)))
                                .when(asking, ROBOT)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P5");
    }

    @Test
    void P14_a_question_closes_by_another_finding() {
        var reopened = asked(fighter.given(new ScreeningReopened(PERSON, PERSON, REASON)));
        assertThat(questions(reopened)).containsExactly("P4");
        reopened.when(settle("P4"), OTHER_OFFICER).thenRefused("P4");
        var again =
                reopened.given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION));
        assertThat(closing(again)).contains(new CloseQuestion(OP, PERSON, PLACED, "P4"));
        again.when(new CloseQuestion(OP, PERSON, PLACED, "P4"), ROBOT).thenAccepted();
    }

    @Test
    void P14_a_question_closes_when_the_person_is_moved() {
        var girl =
                asked(
                        open().given(
                                        arrived(
                                                PERSON,
                                                Sex.FEMALE,
                                                Age.between(14, 15, Given.TODAY),
                                                null))
                                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                                .given(
                                        concluded(
                                                PERSON,
                                                Finding.CHILD_ASSOCIATED,
                                                GroundCode.PROTECTION_NEED)));
        assertThat(questions(girl)).containsExactly("P15", "P3");
        var going =
                girl.given(
                        girl.when(
                                        new OrderTransfer(
                                                OP,
                                                List.of(new Party.Named(PLACED, PERSON)),
                                                "children",
                                                null,
                                                WHY),
                                        OFFICER)
                                .thenAccepted()
                                .events());
        going.when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT).thenConflict();
        var there =
                going.given(
                        going.when(
                                        new ArriveFromTransfer(OP, PLACED, PERSON, false, null),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(closing(there)).contains(new CloseQuestion(OP, PERSON, PLACED, "P3"));
        there.when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT).thenAccepted();
    }

    @Test
    void P14_two_humans_who_did_not_order_it_settle_any_other_question() {
        var full = questioned("P1", "P7");
        full.when(settle("P1"), OFFICER).thenRefused("P14");
        full.when(settle("P1"), ROBOT).thenRefused("S6");
        var first = full.when(settle("P1", "P7"), OTHER_OFFICER);
        assertThat(first.event(SettlementRequested.class).rules()).containsExactly("P1", "P7");
        var waiting = full.by(OTHER_OFFICER).given(first.events());
        assertThat(questions(waiting)).as("one word closes nothing").containsExactly("P1", "P7");
        waiting.when(settle("P1"), OTHER_OFFICER).thenRefused("P14");
        waiting.when(settle("P1"), OFFICER).thenRefused("P14");
        var second = waiting.when(settle("P1"), THIRD_OFFICER);
        assertThat(second.event(QuestionSettled.class).requestedBy())
                .isEqualTo(OTHER_OFFICER.text());
        assertThat(questions(waiting.given(second.events()))).containsExactly("P7");
    }

    @Test
    void P14_the_word_of_who_changed_the_basis_since_counts_no_longer() {
        var full = questioned("P7");
        var asked =
                full.by(OTHER_OFFICER)
                        .given(full.when(settle("P7"), OTHER_OFFICER).thenAccepted().events())
                        .given(
                                new BasisChanged(
                                        PERSON,
                                        PLACED,
                                        "tents",
                                        Basis.VOLUNTARY_SHELTER,
                                        Basis.VOLUNTARY_SHELTER,
                                        null,
                                        null,
                                        null,
                                        Given.CONSENT,
                                        REASON));
        asked.when(settle("P7"), OTHER_OFFICER).thenRefused("P14");
        assertThat(asked.when(settle("P7"), THIRD_OFFICER).events())
                .hasOnlyElementsOfType(SettlementRequested.class);
    }

    @Test
    void P14_the_same_subject_of_another_issuer_is_a_second_human() {
        var full = questioned("P7");
        full.when(settle("P7"), OFFICER_ELSEWHERE).thenRefused("P14");
    }

    @Test
    void P14_what_one_human_settled_before_two_were_needed_stays_settled() {
        var old = boy.given(new QuestionSettled(PERSON, PLACED, "prison", List.of("P3"), REASON));
        assertThat(questions(old)).isEmpty();
        old.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
    }

    @Test
    void P14_a_question_has_a_limit_and_becomes_overdue_once() {
        var report = report(boy);
        assertThat(report.command()).isInstanceOf(ReportOverdueQuestion.class);
        assertThat(report.notBefore()).isEqualTo(NOON.plus(Duration.ofHours(48)).plusMillis(1));
        boy.at(NOON.plus(Duration.ofHours(48))).when(report.command(), ROBOT).thenConflict();
        var late = boy.at(NOON.plus(Duration.ofHours(49)));
        var overdue = late.when(report.command(), ROBOT);
        assertThat(overdue.event(QuestionOverdue.class).rule()).isEqualTo("P3");
        var reported = late.given(overdue.events());
        reported.when(report.command(), ROBOT).thenConflict();
        assertThat(questions(reported)).containsExactly("P3");
        assertThat(reported.reactions(PERSON.toString()))
                .noneMatch(one -> one.command() instanceof ReportOverdueQuestion);
    }

    @Test
    void P14_a_merge_that_is_taken_back_asks_the_rules_of_both_anew() {
        UUID merge = new UUID(0x7000, 800);
        // Interned on the other record's finding.
        var merged =
                open().given(adult(PERSON), adult(MOTHER))
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(new PersonsMerged(PERSON, merge, MOTHER, REASON))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        merged.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        var parted = merged.given(new PersonsUnmerged(PERSON, merge, MOTHER, REASON));
        assertThat(parted.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionPlacement(OP, PERSON));
        assertThat(
                        parted.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P5");
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> questioned(
            String... rules) {
        return open().given(Given.facility("tents", FacilityKind.CAMP, 1))
                .given(adult(PERSON))
                .given(placed(PERSON, "tents", Basis.VOLUNTARY_SHELTER))
                .given(new PlacementQuestioned(PERSON, PLACED, "tents", List.of(rules), null));
    }

    private static Stream<PlacementCommand> closing(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.reactions(PERSON.toString()).stream().map(one -> one.command());
    }

    private static org.orangeline.runtime.Reaction<PlacementCommand> report(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.reactionsLater(PERSON.toString()).stream()
                .filter(one -> one.command() instanceof ReportOverdueQuestion)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> questions(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.own()
                .operation(OP)
                .openPlacement(PERSON)
                .orElseThrow()
                .questioned(scenario.known().operation(OP).merges()::stands);
    }

    @Test
    void P14_a_birthday_asks_what_a_child_had_and_an_adult_has_not() {
        var boy =
                open().given(
                                arrived(
                                        PERSON,
                                        Sex.MALE,
                                        Age.born(Given.TODAY.minusYears(17).minusMonths(6)),
                                        null))
                        .given(placed(PERSON, "children", Basis.VOLUNTARY_SHELTER));
        var ask = new QuestionPlacement(OP, PERSON);
        assertThat(boy.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .doesNotContain(ask);
        boy.when(ask, ROBOT).thenConflict();
        var grown = boy.at(Given.NOON.plus(java.time.Duration.ofDays(190)));
        assertThat(grown.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(ask);
        assertThat(grown.when(ask, ROBOT).event(PlacementQuestioned.class).rules()).contains("P15");
    }

    /** Whichever of the two the link was stated about. */
    @Test
    void P14_a_tie_that_is_taken_away_asks_both() {
        UUID link = new UUID(9, 1);
        Confidential<String> why = Confidential.of("no kin");
        var tied =
                open().given(
                                arrived(MOTHER, Sex.FEMALE, Age.between(25, 30, Given.TODAY), null),
                                arrived(CHILD, Sex.FEMALE, Age.between(5, 6, Given.TODAY), null),
                                new FamilyLinked(MOTHER, link, CHILD, FamilyRole.CHILD, why))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(Given.placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var parted = tied.given(new FamilyUnlinked(MOTHER, link, CHILD, why));
        assertThat(parted.reactions(MOTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(new QuestionPlacement(OP, CHILD), new QuestionPlacement(OP, MOTHER));
    }
}

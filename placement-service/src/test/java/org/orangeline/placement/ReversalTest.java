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
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

/**
 * A merge that is taken back, rule by rule: what only the other record said protects no longer, and
 * permits no longer.
 */
class ReversalTest {

    private static final UUID OTHER = new UUID(0x7000, 40);
    private static final UUID MERGE = new UUID(0x7000, 41);
    private static final Confidential<String> WHY = Confidential.of("same papers, or not");

    @Test
    void P3_the_question_of_a_childs_record_ends_with_the_merge() {
        var man =
                open().given(adult(PERSON))
                        .given(arrived(OTHER, Sex.MALE, Age.between(14, 15, Given.TODAY), null))
                        .given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                        .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY));
        closesWithTheMerge(man, "P3");
    }

    @Test
    void P13_the_question_of_a_civilians_record_ends_with_the_merge() {
        var interned =
                open().given(adult(PERSON), adult(OTHER))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(concluded(OTHER, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        closesWithTheMerge(interned, "P13");
    }

    @Test
    void P19_a_release_that_another_record_asked_for_ends_with_the_merge() {
        var interned =
                open().given(adult(PERSON), adult(OTHER))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        var merged =
                interned.given(concluded(OTHER, Finding.CIVILIAN, GroundCode.NO_INDICATION))
                        .given(merge(OTHER, PERSON));
        var asked = looked(looked(merged, new QuestionMerge(OP, OTHER, PERSON, MERGE)));
        assertThat(isToBeFree(asked)).isTrue();
        assertThat(isToBeFree(asked.given(unmerge(OTHER, PERSON)))).isFalse();
        var reopened =
                asked.given(new ScreeningReopened(OTHER, OTHER, WHY)).given(unmerge(OTHER, PERSON));
        assertThat(isToBeFree(reopened)).as("of somebody else, too").isFalse();
        var own =
                looked(
                                interned.given(
                                                concluded(
                                                        PERSON,
                                                        Finding.CIVILIAN,
                                                        GroundCode.NO_INDICATION))
                                        .given(merge(OTHER, PERSON)))
                        .given(unmerge(OTHER, PERSON));
        assertThat(isToBeFree(own)).as("by their own record").isTrue();
        assertThat(isToBeFree(own.given(new ScreeningReopened(PERSON, PERSON, WHY))))
                .as("to reopen it is no second decision")
                .isTrue();
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> looked(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return looked(now, new QuestionPlacement(OP, PERSON));
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> looked(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            PlacementCommand question) {
        return now.given(now.when(question, ROBOT).thenAccepted().events());
    }

    private static boolean isToBeFree(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var known = now.known().operation(OP);
        return now.own()
                .operation(OP)
                .openPlacement(PERSON)
                .flatMap(placement ->
                        Duties.of(placement, known)
                                .filter(duty -> duty.kind() == DutyKind.RELEASE)
                                .findFirst())
                .isPresent();
    }

    /** What the merge asked is gone with it, and what a later look asked is closed. */
    private static void closesWithTheMerge(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held,
            String rule) {
        held.when(new QuestionPlacement(OP, PERSON), ROBOT).thenConflict();
        var merged = held.given(merge(OTHER, PERSON));
        var byMerge =
                merged.given(
                        merged.when(new QuestionMerge(OP, OTHER, PERSON, MERGE), ROBOT)
                                .thenAccepted()
                                .events());
        assertThat(questioned(byMerge)).contains(rule);
        assertThat(questioned(byMerge.given(unmerge(OTHER, PERSON)))).doesNotContain(rule);
        var byLook =
                merged.given(
                        merged.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .thenAccepted()
                                .events());
        var close = new CloseQuestion(OP, PERSON, placementOf(PERSON), rule);
        byLook.when(close, ROBOT).thenConflict();
        var parted = byLook.given(unmerge(OTHER, PERSON));
        assertThat(parted.reactions(OTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(close);
        assertThat(parted.when(close, ROBOT).event(RuleKeptAgain.class).rules())
                .containsExactly(rule);
    }

    @Test
    void P6_P15_a_child_beside_who_is_not_its_mother_is_questioned() {
        var beside =
                open().given(mother(), child())
                        .given(arrived(OTHER, Sex.FEMALE, Age.between(25, 30, Given.TODAY), null))
                        .given(placed(OTHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(merge(OTHER, MOTHER))
                        .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER));
        var parted = asksAfterTheReversal(beside, unmerge(OTHER, MOTHER), CHILD);
        assertThat(parted.rules()).contains("P6", "P15");
    }

    @Test
    void P7_a_woman_beside_who_is_not_her_husband_is_questioned() {
        var beside =
                open().given(MergedPeopleTest.ward(), facility("big", FacilityKind.CAMP, 5))
                        .given(adult(PERSON), adult(OTHER))
                        .given(arrived(MOTHER, Sex.FEMALE, Age.between(30, 30, Given.TODAY), null))
                        .given(new FamilyLinked(MOTHER, MERGE, OTHER, FamilyRole.SPOUSE, WHY))
                        .given(MergedPeopleTest.inSection(PERSON))
                        .given(merge(PERSON, OTHER))
                        .given(MergedPeopleTest.inSection(MOTHER));
        var parted = asksAfterTheReversal(beside, unmerge(PERSON, OTHER), MOTHER);
        assertThat(parted.rules()).contains("P7");
    }

    private static PlacementQuestioned asksAfterTheReversal(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> merged,
            PersonsUnmerged reversal,
            UUID person) {
        var ask = new QuestionPlacement(OP, person);
        merged.when(ask, ROBOT).thenConflict();
        var parted = merged.given(reversal);
        assertThat(parted.reactions(reversal.subject()))
                .extracting(reaction -> reaction.command())
                .contains(ask);
        return parted.when(ask, ROBOT).event(PlacementQuestioned.class);
    }

    private static Iterable<String> questioned(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return now.own()
                .operation(OP)
                .openPlacement(PERSON)
                .orElseThrow()
                .questioned(now.known().operation(OP).merges()::stands);
    }

    private static PersonsMerged merge(UUID stays, UUID other) {
        return new PersonsMerged(stays, MERGE, other, WHY);
    }

    private static PersonsUnmerged unmerge(UUID stays, UUID other) {
        return new PersonsUnmerged(stays, MERGE, other, WHY);
    }
}

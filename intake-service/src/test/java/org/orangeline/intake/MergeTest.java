package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.correct;
import static org.orangeline.intake.Given.range;
import static org.orangeline.intake.Given.register;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
import org.orangeline.intake.DuplicateCommand.DeclineUnmerge;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

class MergeTest {

    private static final UUID THIRD = new UUID(0x7000, 3);
    private static final Actor SECOND = Actor.human("second-officer");
    private static final Actor MACHINE = Actor.machine("intake-service");
    private static final Confidential<String> REASON = Confidential.of("seen together");

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> three =
            after(register(PERSON), register(OTHER), register(THIRD));

    @Test
    void a_merge_leads_from_one_registration_to_the_other_and_changes_neither() {
        OperationState before = three.own().require(OP);
        OperationState after = merged(three, PERSON, OTHER).own().require(OP);
        assertThat(after.persons()).isEqualTo(before.persons());
        assertThat(after.merges().inUse(OTHER.toString())).isEqualTo(PERSON.toString());
        assertThat(after.merges().registrations(PERSON.toString()))
                .containsExactly(PERSON.toString(), OTHER.toString());
    }

    @Test
    void who_went_into_another_is_not_written_about_and_it_is_said_whom_to_use() {
        var merged = merged(three, PERSON, OTHER);
        assertThat(
                        merged.when(correct(OTHER, 1, range(15, 15)), OFFICER)
                                .thenConflict()
                                .refusal()
                                .detail())
                .contains(PERSON.toString());
        merged.when(new LinkFamily(OP, THIRD, OTHER, FamilyRole.SIBLING, REASON), OFFICER)
                .thenConflict();
    }

    @Test
    void chains_lead_to_their_end_and_no_circle_can_be_closed() {
        var chain = merged(merged(three, PERSON, OTHER), THIRD, PERSON);
        assertThat(chain.own().require(OP).merges().inUse(OTHER.toString()))
                .isEqualTo(THIRD.toString());
        chain.when(new MergePersons(OP, OTHER, THIRD, REASON), OFFICER).thenConflict();
        chain.when(new MergePersons(OP, PERSON, THIRD, REASON), OFFICER).thenConflict();
        chain.when(new MergePersons(OP, THIRD, OTHER, REASON), OFFICER).thenConflict();
    }

    @Test
    void a_merge_in_the_middle_of_a_chain_is_taken_back_by_itself() {
        var chain = merged(merged(three, PERSON, OTHER), THIRD, PERSON);
        UUID first = mergeOf(chain, OTHER);
        var after = after(chain, new UnmergePersons(OP, first, REASON)).own().require(OP);
        assertThat(after.merges().inUse(OTHER.toString())).isEqualTo(OTHER.toString());
        assertThat(after.merges().inUse(PERSON.toString())).isEqualTo(THIRD.toString());
    }

    @Test
    void a_merge_that_is_taken_back_leaves_everything_as_it_was() {
        var merged = merged(three, PERSON, OTHER);
        UUID merge = mergeOf(merged, OTHER);
        var asked = merged.by(OFFICER).when(new UnmergePersons(OP, merge, REASON), OFFICER);
        asked.then(new UnmergeRequested(PERSON, merge, OTHER, REASON));
        var doubted = merged.by(OFFICER).given(asked.events());
        assertThat(doubted.own().require(OP).merges().isMergedAway(OTHER.toString())).isTrue();
        doubted.when(new UnmergePersons(OP, merge, REASON), OFFICER).thenConflict();
        var decided = doubted.when(new UnmergePersons(OP, merge, REASON), SECOND);
        decided.then(new PersonsUnmerged(PERSON, merge, OTHER, REASON));
        OperationState before = three.own().require(OP);
        OperationState after = decided.own().require(OP);
        assertThat(after.persons()).isEqualTo(before.persons());
        assertThat(after.families()).isEqualTo(before.families());
        assertThat(after.merges().leadsTo()).isEmpty();
        assertThat(after.merges().into()).isEmpty();
        doubted.given(decided.events())
                .when(new UnmergePersons(OP, merge, REASON), OFFICER)
                .thenConflict();
    }

    @Test
    void one_human_ends_a_doubt_about_a_merge_and_the_next_one_begins_anew() {
        var merged = merged(three, PERSON, OTHER);
        UUID merge = mergeOf(merged, OTHER);
        var uphold = new DeclineUnmerge(OP, merge, REASON);
        merged.when(uphold, OFFICER).thenConflict();
        var doubted = merged.by(OFFICER).given(new UnmergeRequested(PERSON, merge, OTHER, REASON));
        doubted.when(uphold, MACHINE).thenRefused("S6");
        for (Actor human : List.of(OFFICER, SECOND)) {
            var upheld = doubted.when(uphold, human);
            upheld.then(new UnmergeDeclined(PERSON, merge, OTHER, REASON));
            doubted.given(upheld.events())
                    .when(new UnmergePersons(OP, merge, REASON), SECOND)
                    .then(new UnmergeRequested(PERSON, merge, OTHER, REASON));
        }
        three.when(uphold, OFFICER).thenNotFound();
    }

    @Test
    void nobody_is_merged_with_nobody_or_with_themselves() {
        three.when(new MergePersons(OP, PERSON, PERSON, REASON), OFFICER).thenConflict();
        three.when(new MergePersons(OP, PERSON, new UUID(1, 1), REASON), OFFICER).thenNotFound();
        three.when(new UnmergePersons(OP, new UUID(1, 1), REASON), OFFICER).thenNotFound();
    }

    @Test
    void two_humans_make_a_merge() {
        var asked = asked(new MergePersons(OP, PERSON, OTHER, REASON));
        UUID merge = asked.own().require(OP).merges().byId().values().iterator().next().mergeId();
        var confirm = new ConfirmMerge(OP, merge, REASON);
        assertThat(asked.own().require(OP).merges().leadsTo()).isEmpty();
        asked.when(confirm, OFFICER).thenConflict();
        asked.when(confirm, MACHINE).thenRefused("S6");
        asked.when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER).thenConflict();
        asked.when(new MergePersons(OP, OTHER, PERSON, REASON), SECOND).thenConflict();
        three.when(confirm, SECOND).thenNotFound();
        asked.when(confirm, SECOND).then(new PersonsMerged(PERSON, merge, OTHER, REASON));
        asked.when(new MergePersons(OP, PERSON, OTHER, REASON), SECOND)
                .then(new PersonsMerged(PERSON, merge, OTHER, REASON));
        var merged = asked.given(new PersonsMerged(PERSON, merge, OTHER, REASON));
        merged.when(confirm, SECOND).thenConflict();
    }

    @Test
    void one_human_drops_a_merge_that_waits() {
        var asked = asked(new MergePersons(OP, PERSON, OTHER, REASON));
        UUID merge = asked.own().require(OP).merges().byId().values().iterator().next().mergeId();
        var dropped =
                asked.given(asked.when(new UnmergePersons(OP, merge, REASON), OFFICER).events());
        dropped.when(new ConfirmMerge(OP, merge, REASON), SECOND).thenConflict();
        dropped.when(new UnmergePersons(OP, merge, REASON), SECOND).thenConflict();
        assertThat(
                        dropped.commandId("7c9e6679-7425-40de-944b-e07fc1f90ae7")
                                .when(new MergePersons(OP, PERSON, OTHER, REASON), SECOND)
                                .event(MergeRequested.class)
                                .mergeId())
                .isNotEqualTo(merge);
    }

    @Test
    void what_changed_since_the_request_is_asked_of_the_second_human() {
        var asked = asked(new MergePersons(OP, PERSON, OTHER, REASON));
        UUID merge = asked.own().require(OP).merges().byId().values().iterator().next().mergeId();
        after(asked, new LinkFamily(OP, PERSON, OTHER, FamilyRole.SIBLING, REASON))
                .when(new ConfirmMerge(OP, merge, REASON), SECOND)
                .thenConflict();
        merged(asked, THIRD, OTHER)
                .when(new ConfirmMerge(OP, merge, REASON), SECOND)
                .thenConflict();
    }

    private Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> asked(MergePersons command) {
        return three.by(OFFICER).given(three.when(command, OFFICER).events());
    }

    @Test
    void two_who_cannot_be_one_are_not_merged() {
        UUID girl = new UUID(0x7000, 4);
        UUID woman = new UUID(0x7000, 5);
        var people = after(three, Given.member(girl, 7, null), Given.member(woman, 30, null));
        people.when(new MergePersons(OP, PERSON, woman, REASON), OFFICER).thenConflict();
        people.when(new MergePersons(OP, woman, girl, REASON), OFFICER).thenConflict();
        people.when(new MergePersons(OP, girl, woman, REASON), OFFICER).thenConflict();
        var linked = after(three, new LinkFamily(OP, PERSON, OTHER, FamilyRole.SIBLING, REASON));
        linked.when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER).thenConflict();
        linked.when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER).thenConflict();
        merged(linked, OTHER, THIRD)
                .when(new MergePersons(OP, THIRD, PERSON, REASON), OFFICER)
                .thenConflict();
        UUID mother = new UUID(0x7000, 6);
        UUID daughter = new UUID(0x7000, 7);
        after(
                        three,
                        Given.member(mother, 20, Given.tie("f-1", FamilyRole.PARENT)),
                        Given.member(daughter, 12, Given.tie("f-1", FamilyRole.CHILD)))
                .when(new MergePersons(OP, mother, daughter, REASON), OFFICER)
                .thenConflict();
        after(three, register(woman, Given.NOON, range(38, 60)))
                .when(new MergePersons(OP, PERSON, woman, REASON), OFFICER)
                .thenAccepted();
    }

    @Test
    void nobody_becomes_parent_and_child_of_one_by_a_merge() {
        var family =
                after(
                        Given.member(PERSON, 40, null),
                        Given.member(OTHER, 20, null),
                        Given.member(THIRD, 20, null),
                        new LinkFamily(OP, THIRD, PERSON, FamilyRole.PARENT, REASON));
        family.when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER).thenAccepted();
        UUID grandchild = new UUID(0x7000, 8);
        var three =
                after(
                        family,
                        Given.member(grandchild, 1, null),
                        new LinkFamily(OP, grandchild, THIRD, FamilyRole.PARENT, REASON));
        three.when(new MergePersons(OP, PERSON, grandchild, REASON), OFFICER).thenConflict();
        // A woman's mother and the same woman's daughter, who are linked with her only.
        UUID mother = new UUID(0x7000, 9);
        UUID daughter = new UUID(0x7000, 10);
        after(
                        Given.member(mother, 30, null),
                        Given.member(PERSON, 17, null),
                        Given.member(daughter, 14, null),
                        new LinkFamily(OP, PERSON, mother, FamilyRole.PARENT, REASON),
                        new LinkFamily(OP, PERSON, daughter, FamilyRole.SIBLING, REASON))
                .when(new MergePersons(OP, mother, daughter, REASON), OFFICER)
                .thenAccepted();
    }

    @Test
    void nobody_is_merged_with_who_died_in_a_facility_before_they_arrived() {
        UUID placement = new UUID(0x7000, 40);
        var dead =
                after(register(PERSON))
                        .at(Given.NOON.plusSeconds(60))
                        .given(
                                new PlacedInDetention(
                                        PERSON, placement, "camp", Basis.INTERNMENT, null),
                                new DiedInCustody(PERSON, placement, "camp", Given.NOON, REASON));
        after(dead, register(OTHER, Given.NOON, range(20, 30)))
                .when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER)
                .thenAccepted();
        after(
                        dead.at(Given.NOON.plusSeconds(7200)),
                        register(OTHER, Given.NOON.plusSeconds(7200), range(20, 30)))
                .when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER)
                .thenConflict();
    }

    @Test
    void P8_two_who_are_kept_apart_are_two_people() {
        var apart = three.given(new KeepApartDeclared(OTHER, PERSON, REASON));
        apart.when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER).thenConflict();
        apart.when(new MergePersons(OP, OTHER, PERSON, REASON), OFFICER).thenConflict();
        merged(apart, THIRD, OTHER)
                .when(new MergePersons(OP, PERSON, THIRD, REASON), OFFICER)
                .thenConflict();
        apart.given(new KeepApartLifted(PERSON, OTHER, REASON))
                .when(new MergePersons(OP, PERSON, OTHER, REASON), OFFICER)
                .thenAccepted();
        asked(new MergePersons(OP, PERSON, OTHER, REASON))
                .given(new KeepApartDeclared(PERSON, OTHER, REASON))
                .when(new MergePersons(OP, PERSON, OTHER, REASON), SECOND)
                .thenConflict();
    }

    @Test
    void a_person_has_a_bounded_number_of_registrations() {
        var chain = three;
        UUID last = PERSON;
        for (int i = 0; i < 49; i++) {
            UUID next = new UUID(0x7009, i);
            chain =
                    after(chain, register(next))
                            .given(new PersonsMerged(next, new UUID(0x700a, i), last, REASON));
            last = next;
        }
        chain.when(new MergePersons(OP, OTHER, last, REASON), OFFICER).thenConflict();
        chain.when(new MergePersons(OP, last, OTHER, REASON), OFFICER).thenConflict();
        chain.when(new MergePersons(OP, THIRD, OTHER, REASON), OFFICER).thenAccepted();
    }

    @Test
    void S6_no_machine_says_who_is_whom() {
        three.when(new MergePersons(OP, PERSON, OTHER, REASON), MACHINE).thenRefused("S6");
        three.when(new UnmergePersons(OP, new UUID(1, 1), REASON), MACHINE).thenRefused("S6");
        three.when(new DismissDuplicate(OP, PERSON, OTHER, REASON), MACHINE).thenRefused("S6");
    }

    @Test
    void a_pair_is_raised_once_in_either_order() {
        var raised = three.when(report(OTHER, PERSON), MACHINE);
        raised.then(new PossibleDuplicateFound(OTHER, PERSON, 90, List.of("NAME", "AGE")));
        var after = three.given(raised.events());
        after.when(report(OTHER, PERSON), MACHINE).thenConflict();
        after.when(report(PERSON, OTHER), MACHINE).thenConflict();
    }

    @Test
    void a_pair_that_was_dismissed_is_not_raised_again() {
        var raised = three.given(new PossibleDuplicateFound(OTHER, PERSON, 90, List.of("NAME")));
        var dismissed = raised.when(new DismissDuplicate(OP, PERSON, OTHER, REASON), OFFICER);
        dismissed.then(new DuplicateDismissed(PERSON, OTHER, REASON));
        var after = raised.given(dismissed.events());
        after.when(report(OTHER, PERSON), MACHINE).thenConflict();
        after.when(new DismissDuplicate(OP, PERSON, OTHER, REASON), OFFICER).thenConflict();
        three.when(new DismissDuplicate(OP, PERSON, OTHER, REASON), OFFICER).thenNotFound();
    }

    @Test
    void who_is_one_already_is_no_duplicate() {
        var chain = merged(merged(three, PERSON, OTHER), THIRD, PERSON);
        chain.when(report(THIRD, OTHER), MACHINE).thenConflict();
        three.when(report(PERSON, PERSON), MACHINE).thenConflict();
        three.when(report(PERSON, new UUID(1, 1)), MACHINE).thenNotFound();
    }

    private static ReportPossibleDuplicate report(UUID person, UUID other) {
        return new ReportPossibleDuplicate(OP, person, other, 90, List.of("NAME", "AGE"));
    }

    private static Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> merged(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> before,
            UUID stays,
            UUID goes) {
        return after(before, new MergePersons(OP, stays, goes, REASON));
    }

    private static UUID mergeOf(
            Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> scenario, UUID other) {
        return scenario.own()
                .require(OP)
                .merges()
                .mergeOf(other.toString())
                .orElseThrow()
                .mergeId();
    }
}

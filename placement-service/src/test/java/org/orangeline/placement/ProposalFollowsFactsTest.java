package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.ageDisputed;
import static org.orangeline.placement.Given.arrived;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.DomainEvent;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.model.Sex;
import org.orangeline.events.model.WithdrawalCause;
import org.orangeline.events.placement.Escaped;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementProposed;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.PlacementCommand.ProposeBeside;
import org.orangeline.placement.PlacementCommand.ProposePlacement;
import org.orangeline.placement.PlacementCommand.WithdrawProposal;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.runtime.scenario.Scenario;

/** A proposal does not survive the facts that it rests on. */
class ProposalFollowsFactsTest {

    private static final Confidential<String> WHY = Confidential.of("why");

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> custody =
            proposed(
                    open().given(adult(PERSON))
                            .given(
                                    concluded(
                                            PERSON,
                                            Finding.FIGHTER,
                                            GroundCode.DIRECT_PARTICIPATION)),
                    PERSON);

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> proposed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            UUID person) {
        return before.given(
                before.when(new ProposePlacement(OP, person), ROBOT).thenAccepted().events());
    }

    @Test
    void a_proposal_stands_as_long_as_its_facts_do() {
        custody.when(withdraw(custody, PERSON), ROBOT).thenConflict();
    }

    @Test
    void P4_custody_does_not_survive_a_finding_that_is_reopened() {
        List<PlacementEvent> events =
                withdrawn(WithdrawalCause.FINDING, new ScreeningReopened(PERSON, PERSON, WHY));
        assertThat(events).hasSize(1);
    }

    @Test
    void P4_custody_does_not_survive_a_finding_of_undetermined() {
        assertThat(withdrawn(WithdrawalCause.FINDING, concluded(PERSON, Finding.UNDETERMINED)))
                .hasSize(1);
    }

    @Test
    void P3_custody_does_not_survive_a_correction_to_twelve_years() {
        List<PlacementEvent> events = withdrawn(WithdrawalCause.AGE, ageCorrected(PERSON, 12));
        assertThat(((PlacementProposed) events.getLast()).facilityKind())
                .isEqualTo(FacilityKind.CHILD_CENTRE);
    }

    @Test
    void P3_custody_does_not_survive_an_age_in_dispute() {
        assertThat(withdrawn(WithdrawalCause.AGE, ageDisputed(PERSON, new UUID(1, 1), 15)))
                .hasSize(2);
    }

    @Test
    void P14_custody_does_not_survive_departure_and_death() {
        withdrawn(WithdrawalCause.NOT_HERE, new PersonLeft(PERSON, NOON, WHY, null));
        withdrawn(WithdrawalCause.NOT_HERE, new PersonDied(PERSON, NOON, WHY));
    }

    @Test
    void P14_after_a_merge_what_is_known_of_both_records_is_proposed_for_the_one_that_counts() {
        List<PlacementEvent> events =
                withdrawn(
                        WithdrawalCause.MERGED,
                        adult(FATHER),
                        new PersonsMerged(FATHER, new UUID(2, 2), PERSON, WHY));
        assertThat(((PlacementProposed) events.getLast()).personId()).isEqualTo(FATHER);
    }

    @Test
    void P13_custody_does_not_survive_a_merge_with_a_civilian() {
        List<PlacementEvent> events =
                withdrawn(
                        WithdrawalCause.FINDING,
                        adult(FATHER),
                        concluded(FATHER, Finding.CIVILIAN, GroundCode.NO_INDICATION),
                        new PersonsMerged(PERSON, new UUID(2, 2), FATHER, WHY));
        assertThat(((PlacementProposed) events.getLast()).action())
                .isEqualTo(PlacementProposed.Action.RELEASE);
    }

    @Test
    void P2_custody_does_not_survive_an_order_for_another_record_of_the_person() {
        var ordered =
                custody.given(adult(FATHER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER))
                        .given(new PersonsMerged(PERSON, new UUID(2, 2), FATHER, WHY));
        assertThat(
                        ordered.when(withdraw(ordered, PERSON), ROBOT)
                                .event(ProposalWithdrawn.class)
                                .cause())
                .isEqualTo(WithdrawalCause.ORDERED);
    }

    @Test
    void P13_a_release_is_not_proposed_any_longer_for_who_has_left() {
        var civilian =
                proposed(
                        open().given(adult(PERSON))
                                .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER))
                                .given(
                                        concluded(
                                                PERSON,
                                                Finding.CIVILIAN,
                                                GroundCode.NO_INDICATION)),
                        PERSON);
        civilian.when(withdraw(civilian, PERSON), ROBOT).thenConflict();
        var gone =
                civilian.given(new Escaped(PERSON, Given.placementOf(PERSON), "camp", NOON, WHY));
        assertThat(gone.when(withdraw(gone, PERSON), ROBOT).event(ProposalWithdrawn.class).cause())
                .isEqualTo(WithdrawalCause.PLACEMENT_ENDED);
    }

    @Test
    void P6_a_child_is_proposed_where_its_mother_is_after_all() {
        var family =
                open().given(Given.facility("camp-2", FacilityKind.CAMP, 5))
                        .given(mother(), child())
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE));
        var both = proposed(family, MOTHER);
        var beside =
                both.given(
                        both.when(new ProposeBeside(OP, CHILD, MOTHER), ROBOT)
                                .thenAccepted()
                                .events());
        var elsewhere = beside.given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(elsewhere.reactions(MOTHER.toString()))
                .extracting(reaction -> reaction.command())
                .contains(withdraw(elsewhere, CHILD));
        List<PlacementEvent> events =
                elsewhere.when(withdraw(elsewhere, CHILD), ROBOT).thenAccepted().events();
        assertThat(((ProposalWithdrawn) events.getFirst()).cause())
                .isEqualTo(WithdrawalCause.RELATIVE);
        assertThat(((PlacementProposed) events.getLast()).facilityId()).isEqualTo("camp");
    }

    @Test
    void P13_each_record_gets_its_own_proposal_once_after_a_merge_is_taken_back() {
        var civilian =
                proposed(
                        open().given(adult(PERSON), adult(FATHER))
                                .given(placed(PERSON, "camp", Basis.INTERNMENT))
                                .given(
                                        concluded(
                                                PERSON,
                                                Finding.CIVILIAN,
                                                GroundCode.NO_INDICATION)),
                        PERSON);
        var merged = taken(civilian.given(merge()), PERSON);
        var parted = merged.given(unmerge());
        assertThat(proposals(parted)).containsExactly(new ProposePlacement(OP, PERSON));
        var again = parted.given(one(parted, new ProposePlacement(OP, PERSON)));
        assertThat(again.own().operation(OP).proposal(PERSON).orElseThrow().action())
                .isEqualTo(PlacementProposed.Action.RELEASE);
        assertThat(proposals(again)).doesNotContain(new ProposePlacement(OP, PERSON));
        // The other one was proposed for release as the same person, and is so no longer.
        var both = taken(again, FATHER);
        assertThat(both.own().operation(OP).proposal(FATHER)).isEmpty();
    }

    @Test
    void P10_a_release_that_a_review_decided_is_proposed_again_after_a_merge_is_taken_back() {
        var held =
                open().given(adult(PERSON), adult(FATHER))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        var reviewed =
                held.given(
                        one(
                                held,
                                new HoldReview(
                                        OP,
                                        Given.placementOf(PERSON),
                                        PERSON,
                                        ReviewOutcome.RELEASE,
                                        List.of("r-1"),
                                        null,
                                        Given.WHY,
                                        null)));
        var parted = taken(reviewed.given(merge()), PERSON).given(unmerge());
        var again = parted.given(one(parted, new ProposePlacement(OP, PERSON)));
        assertThat(again.own().operation(OP).proposal(PERSON).orElseThrow().because())
                .containsExactly("P10");
    }

    @Test
    void P6_a_child_is_proposed_beside_its_mother_again_after_a_merge_is_taken_back() {
        UUID other = new UUID(0x7000, 77);
        var family =
                open().given(mother(), child())
                        .given(arrived(other, Sex.MALE, Age.between(5, 6, Given.TODAY), null))
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE))
                        .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER));
        var beside = family.given(one(family, new ProposeBeside(OP, CHILD, MOTHER)));
        UUID merge = new UUID(2, 2);
        var merged = taken(beside.given(new PersonsMerged(other, merge, CHILD, WHY)), CHILD);
        var parted = merged.given(new PersonsUnmerged(other, merge, CHILD, WHY));
        String reversal = parted.log().getLast().envelope().id();
        assertThat(parted.reactions(other.toString()))
                .filteredOn(reaction -> reaction.causationId().equals(reversal))
                .extracting(reaction -> reaction.command())
                .contains(new ProposeBeside(OP, CHILD, MOTHER));
        parted.when(new ProposeBeside(OP, CHILD, MOTHER), ROBOT).thenAccepted();
    }

    private static PersonsMerged merge() {
        return new PersonsMerged(FATHER, new UUID(2, 2), PERSON, WHY);
    }

    private static PersonsUnmerged unmerge() {
        return new PersonsUnmerged(FATHER, new UUID(2, 2), PERSON, WHY);
    }

    /**
     * What the reversal, the last event, makes placement propose, as the record that stays hears.
     */
    private static List<PlacementCommand> proposals(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> parted) {
        String reversal =
                parted.log().stream()
                        .filter(one -> one.event() instanceof PersonsUnmerged)
                        .map(one -> one.envelope().id())
                        .findFirst()
                        .orElseThrow();
        return parted.reactions(FATHER.toString()).stream()
                .filter(reaction -> reaction.causationId().equals(reversal))
                .map(reaction -> reaction.command())
                .filter(command -> command instanceof ProposePlacement)
                .toList();
    }

    private static List<PlacementEvent> one(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            PlacementCommand command) {
        return before.commandId(new UUID(9, before.log().size()).toString())
                .when(command, command instanceof HoldReview ? Given.THIRD_OFFICER : ROBOT)
                .thenAccepted()
                .events();
    }

    /** The proposal for that record was withdrawn, and what follows instead is proposed. */
    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> taken(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            UUID person) {
        return before.given(one(before, withdraw(before, person)));
    }

    /** What comes of it when that is learned after custody was proposed. */
    private List<PlacementEvent> withdrawn(WithdrawalCause cause, DomainEvent... facts) {
        var after = custody.given(facts);
        assertThat(after.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(withdraw(after, PERSON));
        List<PlacementEvent> events =
                after.when(withdraw(after, PERSON), ROBOT).thenAccepted().events();
        assertThat(((ProposalWithdrawn) events.getFirst()).cause()).isEqualTo(cause);
        return events;
    }

    private static WithdrawProposal withdraw(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario,
            UUID person) {
        return new WithdrawProposal(
                OP,
                person,
                scenario.own().operation(OP).proposal(person).orElseThrow().proposalId());
    }
}

package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.CONSENT;
import static org.orangeline.placement.Given.CRIMINAL;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.ageCorrected;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.elderlyBrother;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.placement.CustodyCommand.ReportMissing;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.scenario.Scenario;

/** Another basis for a standing placement, by a named human, with the rules of that basis. */
class BasisTest {

    private static final UUID PLACED = placementOf(PERSON);
    private static final OnBasis SHELTER =
            new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, CONSENT);
    private static final OnBasis INTERNMENT = new OnBasis(Basis.INTERNMENT, null, null, null, null);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> sheltered =
            open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> interned =
            open().given(adult(PERSON))
                    .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                    .given(placed(PERSON, "camp", Basis.INTERNMENT));

    private static ChangeBasis to(OnBasis on) {
        return to(on, null);
    }

    private static ChangeBasis to(OnBasis on, @Nullable String facility) {
        return new ChangeBasis(OP, PLACED, PERSON, on, facility, null, WHY);
    }

    @Test
    void S6_a_machine_changes_no_basis() {
        interned.when(to(SHELTER), ROBOT).thenRefused("S6");
    }

    @Test
    void P5_internment_of_who_is_sheltered_needs_a_finding_with_a_security_ground() {
        sheltered.when(to(INTERNMENT), OFFICER).thenRefused("P5");
        sheltered
                .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                .when(to(INTERNMENT), OFFICER)
                .thenAccepted();
    }

    @Test
    void P5_shelter_of_who_is_interned_needs_consent() {
        interned.when(to(new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, null)), OFFICER)
                .thenRefused("P5");
        interned.when(to(SHELTER), OFFICER).thenAccepted();
        interned.when(to(INTERNMENT), OFFICER).thenConflict();
    }

    @Test
    void P4_criminal_custody_needs_a_prison_too() {
        var fighter =
                interned.given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION));
        var custody = new OnBasis(Basis.CRIMINAL_CUSTODY, CRIMINAL, "Art. 5", null, null);
        fighter.when(to(custody), OFFICER).thenRefused("P4");
        var moved = fighter.when(to(custody, "prison"), OFFICER);
        assertThat(moved.event(TransferOrdered.class).facilityId()).isEqualTo("prison");
    }

    @Test
    void P13_a_civilian_is_put_on_no_basis_of_detention() {
        sheltered
                .given(concluded(PERSON, Finding.CIVILIAN, GroundCode.SPECIFIC_THREAT))
                .when(to(INTERNMENT), OFFICER)
                .thenRefused("P13");
    }

    @Test
    void S2_a_ground_that_is_never_sufficient_is_none_for_another_basis() {
        var onTie =
                new OnBasis(
                        Basis.INTERNMENT,
                        new StatedGround(GroundCode.FAMILY_TIE, "his wife"),
                        null,
                        null,
                        null);
        sheltered.when(to(onTie), OFFICER).thenRefused("S2", "P5");
    }

    @Test
    void P10_P11_duties_go_on_and_the_person_is_told_why_anew() {
        var told =
                interned.given(
                        new org.orangeline.events.placement.ReasonsTold(
                                PERSON, PLACED, "camp", "ar", null, true));
        assertThat(duties(told)).doesNotContain(DutyKind.REASONS);
        var fighter =
                told.given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION));
        var custody = new OnBasis(Basis.CRIMINAL_CUSTODY, CRIMINAL, "Art. 5", null, null);
        var changed = changed(fighter, to(custody, "prison"));
        assertThat(duties(changed))
                .containsExactlyInAnyOrder(
                        DutyKind.REASONS, DutyKind.CARD, DutyKind.BUREAU_NOTICE, DutyKind.REVIEW);
        assertThat(placement(changed).custodySince()).isEqualTo(placement(told).custodySince());
    }

    @Test
    void P10_custody_begins_when_who_was_sheltered_is_interned() {
        var later = sheltered.at(NOON.plus(Duration.ofDays(30)));
        var held =
                changed(
                        later.given(
                                concluded(
                                        PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT)),
                        to(INTERNMENT));
        assertThat(Duties.reviewDue(placement(held), held.known().operation(OP)))
                .isEqualTo(NOON.plus(Duration.ofDays(33)));
    }

    @Test
    void P10_who_changed_the_basis_does_not_review_it() {
        var held =
                changed(
                        sheltered.given(
                                concluded(
                                        PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT)),
                        to(INTERNMENT));
        var review =
                new HoldReview(
                        OP,
                        PLACED,
                        PERSON,
                        ReviewOutcome.CONTINUE,
                        List.of("r-1"),
                        null,
                        WHY,
                        null);
        held.when(review, OTHER_OFFICER).thenRefused("P10");
        held.when(review, THIRD_OFFICER).thenAccepted();
    }

    @Test
    void P19_no_other_detention_follows_a_review_that_says_release() {
        var freed =
                interned.by(OTHER_OFFICER)
                        .given(
                                interned.when(
                                                new HoldReview(
                                                        OP,
                                                        PLACED,
                                                        PERSON,
                                                        ReviewOutcome.RELEASE,
                                                        List.of("r-1"),
                                                        null,
                                                        WHY,
                                                        null),
                                                OTHER_OFFICER)
                                        .thenAccepted()
                                        .events());
        var accompanying = new OnBasis(Basis.ACCOMPANYING_FAMILY, null, null, MOTHER, null);
        freed.when(to(accompanying), OFFICER).thenRefused("P19");
        assertThat(duties(changed(freed, to(SHELTER))))
                .as("shelter with consent is liberty")
                .containsExactly(DutyKind.BUREAU_NOTICE);
    }

    @Test
    void P14_consent_given_anew_closes_the_question() {
        var withdrawn =
                sheltered.given(
                        sheltered
                                .when(new WithdrawConsent(OP, PLACED, PERSON, WHY, null), OFFICER)
                                .thenAccepted()
                                .events());
        withdrawn.when(new CloseQuestion(OP, PERSON, PLACED, "P5"), ROBOT).thenConflict();
        var back = withdrawn.at(NOON.plusSeconds(120));
        back.when(to(SHELTER), OFFICER).thenRefused("P5");
        var given = changed(back, to(anew(Basis.VOLUNTARY_SHELTER, null)));
        given.when(new CloseQuestion(OP, PERSON, PLACED, "P5"), ROBOT).thenAccepted();
        assertThat(duties(given)).isEmpty();
    }

    @Test
    void P19_who_consents_again_to_be_beside_a_relative_is_not_to_be_free_since_before() {
        var family =
                open().given(mother(), elderlyBrother(PERSON))
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        var withdrawn =
                family.given(
                        family.when(new WithdrawConsent(OP, PLACED, PERSON, WHY, null), OFFICER)
                                .thenAccepted()
                                .events());
        Instant later = NOON.plus(Duration.ofDays(2));
        var beside = changed(withdrawn.at(later), to(anew(Basis.ACCOMPANYING_FAMILY, MOTHER)));
        assertThat(duties(beside)).doesNotContain(DutyKind.RELEASE);
        assertThat(placement(beside).custodySince()).as("held since then only").isEqualTo(later);
    }

    private static OnBasis anew(Basis basis, @Nullable UUID relative) {
        return new OnBasis(basis, null, null, relative, new Consent(NOON.plusSeconds(60), "ar"));
    }

    @Test
    void P17_no_other_basis_for_who_is_missing() {
        var missing =
                interned.given(
                        interned.when(new ReportMissing(OP, PLACED, PERSON, NOON, WHY), OFFICER)
                                .thenAccepted()
                                .events());
        missing.when(to(SHELTER), OTHER_OFFICER).thenRefused("P17");
        missing.when(to(SHELTER, "children"), OTHER_OFFICER).thenRefused("P17");
    }

    @Test
    void P1_another_basis_in_the_same_place_takes_no_second_place() {
        var full =
                interned.given(adult(FATHER))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        var changed = changed(full, to(SHELTER, "camp"));
        assertThat(placement(changed).transfer()).isNull();
    }

    @Test
    void P3_a_boy_in_a_prison_is_brought_to_a_child_centre_on_another_basis() {
        var before =
                open().given(adult(PERSON))
                        .given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                        .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY))
                        .given(ageCorrected(PERSON, 15));
        var boy =
                before.given(
                        before.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .thenAccepted()
                                .events());
        boy.when(to(SHELTER), OFFICER).thenRefused("P3", "P4");
        var going = changed(boy, to(SHELTER, "children"));
        assertThat(placement(going).questioned()).as("as long as it lasts").contains("P3", "P4");
        var there =
                going.given(
                        going.when(
                                        new ArriveFromTransfer(OP, PLACED, PERSON, false, null),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        there.when(new CloseQuestion(OP, PERSON, PLACED, "P3"), ROBOT).thenAccepted();
        there.when(new CloseQuestion(OP, PERSON, PLACED, "P4"), ROBOT).thenAccepted();
    }

    @Test
    void P5_who_is_there_only_beside_the_person_is_questioned() {
        var family =
                open().given(mother(), child())
                        .given(concluded(MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(MOTHER, "camp", Basis.INTERNMENT))
                        .given(beside());
        PlacementQuestioned questioned =
                family.when(
                                new ChangeBasis(
                                        OP, placementOf(MOTHER), MOTHER, SHELTER, null, null, WHY),
                                OFFICER)
                        .event(PlacementQuestioned.class);
        assertThat(questioned.personId()).isEqualTo(CHILD);
        assertThat(questioned.rules()).containsExactly("P5");
    }

    private static List<PlacementEvent> beside() {
        return placed(CHILD, "camp", Basis.ACCOMPANYING_FAMILY).stream()
                .map(event ->
                        event instanceof PlacementOrdered order
                                ? new PlacementOrdered(
                                        CHILD,
                                        order.placementId(),
                                        "camp",
                                        order.basis(),
                                        null,
                                        null,
                                        MOTHER,
                                        null,
                                        NOON,
                                        NOON,
                                        "human:officer",
                                        null,
                                        null)
                                : event)
                .toList();
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> changed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            ChangeBasis command) {
        var decided = before.when(command, OTHER_OFFICER).thenAccepted();
        assertThat(decided.events().getFirst()).isInstanceOf(BasisChanged.class);
        return before.by(OTHER_OFFICER).given(decided.events());
    }

    private static Placement placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.own().operation(OP).openPlacement(PERSON).orElseThrow();
    }

    private static List<DutyKind> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return Duties.of(placement(scenario), scenario.known().operation(OP))
                .map(Duty::kind)
                .toList();
    }
}

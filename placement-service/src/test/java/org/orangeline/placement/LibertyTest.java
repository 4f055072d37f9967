package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.THIRD_OFFICER;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.DutyOverdue;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.screening.ScreeningConcluded;
import org.orangeline.events.screening.ScreeningReopened;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.LineCommand.HoldLineReview;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** P19: liberty that was decided is a duty, closed by the release or another human's review. */
class LibertyTest {

    private static final UUID PLACED = placementOf(PERSON);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> interned =
            open().given(adult(PERSON))
                    .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                    .given(placed(PERSON, "camp", Basis.INTERNMENT));

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> freed =
            interned.by(OTHER_OFFICER)
                    .given(
                            interned.when(review(ReviewOutcome.RELEASE), OTHER_OFFICER)
                                    .thenAccepted()
                                    .events());

    private static HoldReview review(ReviewOutcome outcome) {
        return new HoldReview(OP, PLACED, PERSON, outcome, List.of("r-1"), null, WHY, null);
    }

    @Test
    void P19_a_review_that_says_release_starts_a_duty_of_24_hours() {
        assertThat(release(interned)).isEmpty();
        Duty duty = release(freed).orElseThrow();
        assertThat(duty.rule()).isEqualTo("P19");
        assertThat(duty.due()).isEqualTo(NOON.plus(Duration.ofHours(24)));
        var late = freed.at(NOON.plus(Duration.ofHours(25)));
        var report = new ReportOverdue(OP, PERSON, PLACED, DutyKind.RELEASE, duty.startedBy());
        assertThat(late.reactions(PERSON.toString()))
                .extracting(reaction -> reaction.command())
                .contains(report);
        var overdue = late.when(report, ROBOT);
        assertThat(overdue.event(DutyOverdue.class).kind()).isEqualTo(DutyKind.RELEASE);
        late.given(overdue.events()).when(report, ROBOT).thenConflict();
    }

    @Test
    void P19_only_another_humans_review_says_otherwise() {
        freed.when(review(ReviewOutcome.CONTINUE), OTHER_OFFICER).thenRefused("P19");
        freed.when(review(ReviewOutcome.CONTINUE), OFFICER).thenRefused("P10");
        var again = reviewed(freed, ReviewOutcome.RELEASE, THIRD_OFFICER);
        assertThat(release(again)).as("the first decision counts").isEqualTo(release(freed));
        assertThat(release(reviewed(freed, ReviewOutcome.CHANGE_OF_BASIS, THIRD_OFFICER)))
                .isPresent();
        assertThat(release(reviewed(freed, ReviewOutcome.CONTINUE, THIRD_OFFICER))).isEmpty();
    }

    @Test
    void P19_the_release_closes_it() {
        var gone =
                freed.given(
                        freed.when(Given.release(PLACED, PERSON), OFFICER).thenAccepted().events());
        assertThat(release(gone)).isEmpty();
    }

    @Test
    void P13_P19_a_civilian_who_is_held_is_to_be_free_whatever_a_review_says() {
        var civilian =
                interned.given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        civilian.when(review(ReviewOutcome.CONTINUE), OTHER_OFFICER).thenRefused("P13");
        var asked =
                civilian.given(
                        civilian.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .thenAccepted()
                                .events());
        assertThat(release(asked)).isPresent();
        var reopened =
                asked.given(new ScreeningReopened(PERSON, PERSON, Confidential.of("a witness")));
        assertThat(release(reopened)).as("to reopen it is no second decision").isPresent();
        reopened.when(review(ReviewOutcome.CONTINUE), OTHER_OFFICER).thenRefused("P5");
        var threat =
                reopened.given(
                        concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT));
        assertThat(release(reviewed(threat, ReviewOutcome.CONTINUE, OTHER_OFFICER))).isEmpty();
    }

    @Test
    void P19_a_finding_that_is_told_late_counts_from_when_the_approver_decided() {
        Instant decided = NOON.plus(Duration.ofHours(5));
        var civilian = interned.at(NOON.plus(Duration.ofHours(30))).given(civilianSince(decided));
        var question = new QuestionPlacement(OP, PERSON);
        var asked = civilian.given(civilian.when(question, ROBOT).thenAccepted().events());
        assertThat(release(asked).orElseThrow().due()).isEqualTo(decided.plus(Duration.ofDays(1)));
        Instant before = NOON.minus(Duration.ofDays(3));
        var earlier = interned.at(NOON.plus(Duration.ofHours(1))).given(civilianSince(before));
        var from = earlier.given(earlier.when(question, ROBOT).thenAccepted().events());
        assertThat(release(from).orElseThrow().due())
                .as("from when the person was inside")
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    private static ScreeningConcluded civilianSince(Instant decided) {
        return new ScreeningConcluded(
                PERSON,
                PERSON,
                Finding.CIVILIAN,
                List.of(GroundCode.NO_INDICATION),
                List.of(),
                "human:screener",
                "human:approver",
                Confidential.of("no indication"),
                decided);
    }

    @Test
    void P19_shelter_that_nobody_may_leave_is_no_liberty() {
        var locked = freed.given(Given.locked("fenced"));
        locked.when(sheltered("fenced"), THIRD_OFFICER).thenRefused("P19");
        var inFenced =
                open().given(Given.locked("fenced"), adult(PERSON))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "fenced", Basis.INTERNMENT));
        var decided = reviewed(inFenced, ReviewOutcome.RELEASE, OTHER_OFFICER);
        decided.when(sheltered(null), THIRD_OFFICER).thenRefused("P19");
        var going =
                decided.by(THIRD_OFFICER)
                        .given(
                                decided.when(sheltered("camp"), THIRD_OFFICER)
                                        .thenAccepted()
                                        .events());
        assertThat(release(going)).as("not there yet").isPresent();
        var there =
                going.given(
                        going.when(
                                        new ArriveFromTransfer(OP, PLACED, PERSON, false, null),
                                        OTHER_OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(release(there)).isEmpty();
        assertThat(there.own().operation(OP).placement(PLACED).orElseThrow().liberty()).isNull();
    }

    @Test
    void P13_a_civilian_is_not_kept_in_shelter_that_nobody_may_leave() {
        var civilian =
                open().given(Given.locked("fenced"), adult(PERSON))
                        .given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        civilian.when(Given.shelter(PERSON, "fenced"), OFFICER).thenRefused("P13");
        civilian.when(Given.shelter(PERSON, "camp"), OFFICER).thenAccepted();
        var kept = civilian.given(placed(PERSON, "fenced", Basis.VOLUNTARY_SHELTER));
        kept.when(review(ReviewOutcome.CONTINUE), OTHER_OFFICER).thenRefused("P13");
        var asked =
                kept.given(
                        kept.when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .thenAccepted()
                                .events());
        assertThat(release(asked)).isPresent();
    }

    private static ChangeBasis sheltered(@Nullable String facility) {
        return on(new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, Given.CONSENT), facility);
    }

    @Test
    void P19_who_takes_consent_back_is_to_be_free() {
        var sheltered =
                open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        assertThat(release(sheltered)).isEmpty();
        var withdrawn =
                sheltered.given(
                        sheltered
                                .when(new WithdrawConsent(OP, PLACED, PERSON, WHY, null), OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(release(withdrawn).orElseThrow().due())
                .isEqualTo(NOON.plus(Duration.ofHours(24)));
        var gone =
                withdrawn.given(
                        withdrawn
                                .when(Given.release(PLACED, PERSON), OFFICER)
                                .thenAccepted()
                                .events());
        assertThat(release(gone)).isEmpty();
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> reviewed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            ReviewOutcome outcome,
            Actor by) {
        return before.by(by).given(before.when(review(outcome), by).thenAccepted().events());
    }

    private static Optional<Duty> release(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        var known = scenario.known().operation(OP);
        return scenario.own()
                .operation(OP)
                .placementsOf(PERSON.toString())
                .flatMap(placement ->
                        Duties.of(
                                Registrations.seen(placement, scenario.own().operation(OP), known),
                                known))
                .filter(duty -> duty.kind() == DutyKind.RELEASE)
                .findFirst();
    }

    @Test
    void P19_a_review_counts_also_when_a_finding_said_so_before() {
        var civilian =
                open().given(adult(PERSON))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT))
                        .given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        var asked =
                civilian.given(
                        civilian.when(
                                        new QuestionPlacement(OP, PERSON),
                                        Actor.machine("placement-service"))
                                .events());
        var reviewed =
                asked.by(OTHER_OFFICER)
                        .given(asked.when(review(ReviewOutcome.RELEASE), OTHER_OFFICER).events());
        assertThat(reviewed.own().operation(OP).placement(PLACED).orElseThrow().liberty())
                .extracting(liberty -> liberty.decidedBy())
                .isEqualTo(OTHER_OFFICER.text());
    }

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> inPrison =
            open().given(adult(PERSON))
                    .given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                    .given(placed(PERSON, "prison", Basis.CRIMINAL_CUSTODY));

    @Test
    void P19_neither_another_basis_nor_an_ordered_transfer_is_liberty_for_who_is_in_a_prison() {
        var released = reviewed(inPrison, ReviewOutcome.RELEASE, OTHER_OFFICER);
        var going = decided(released, sheltered("camp"), THIRD_OFFICER);
        assertThat(release(going)).isEqualTo(release(released));
        assertThat(duties(going)).contains(DutyKind.REVIEW, DutyKind.REASONS, DutyKind.CARD);
        var stays = decided(going, new CancelTransfer(OP, PLACED, PERSON, WHY), THIRD_OFFICER);
        assertThat(placement(stays).held()).isTrue();
        assertThat(placement(stays).questioned()).contains("P4");
        assertThat(release(stays)).isEqualTo(release(released));
        assertThat(placement(stays).custodySince()).isEqualTo(placement(released).custodySince());
        stays.when(criminal(null), OFFICER).thenRefused("P19");
        decided(
                reviewed(stays, ReviewOutcome.CONTINUE, Actor.human("board")),
                criminal(null),
                OFFICER);
    }

    @Test
    void P19_nobody_may_leave_a_prison_whatever_is_said_of_it() {
        var open =
                new FacilityRegistered(
                        "open-prison",
                        "open-prison",
                        FacilityKind.PRISON,
                        2,
                        Admits.EVERYONE,
                        null,
                        null,
                        true);
        var there = open().given(open).own().operation(OP).facility("open-prison").orElseThrow();
        assertThat(there.holds(Basis.VOLUNTARY_SHELTER)).isTrue();
        assertThat(there.run(null, true, NOON).holds(Basis.VOLUNTARY_SHELTER)).isTrue();
    }

    @Test
    void P19_who_a_review_set_free_is_held_again_on_a_later_finding_only() {
        var fenced = freed.given(Given.locked("fenced"));
        var out = decided(fenced, sheltered(null), THIRD_OFFICER);
        assertThat(release(out)).as("the camp lets people go").isEmpty();
        out.when(internment(), THIRD_OFFICER).thenRefused("P19");
        var move =
                new OrderTransfer(
                        OP, List.of(new Party.Named(PLACED, PERSON)), "fenced", null, WHY);
        out.when(move, THIRD_OFFICER).thenRefused("P19");
        var found =
                out.at(NOON.plusSeconds(60))
                        .given(
                                concluded(
                                        PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT));
        found.when(internment(), THIRD_OFFICER).thenAccepted();
        out.at(NOON.plusSeconds(60))
                .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.FAMILY_TIE))
                .when(internment(), THIRD_OFFICER)
                .thenRefused("P19");
    }

    @Test
    void P19_who_a_review_set_free_is_to_be_free_again_when_the_gates_are_locked() {
        var out = decided(freed, sheltered(null), THIRD_OFFICER);
        Instant locked = NOON.plus(Duration.ofDays(3));
        var inside =
                out.at(locked)
                        .given(
                                new FacilityChanged(
                                        "camp",
                                        new UUID(0x7000, 970),
                                        null,
                                        false,
                                        OFFICER.text(),
                                        null));
        assertThat(release(inside).map(Duty::due)).hasValue(locked.plus(Duration.ofDays(1)));
        inside.when(internment(), THIRD_OFFICER).thenRefused("P19");
    }

    @Test
    void P19_who_a_review_set_free_and_who_arrives_where_gates_were_locked_is_to_be_free() {
        var away = Given.facility("away", FacilityKind.CAMP, 2);
        var sheltered = decided(freed.given(away), sheltered(null), THIRD_OFFICER);
        var move =
                new OrderTransfer(OP, List.of(new Party.Named(PLACED, PERSON)), "away", null, WHY);
        var going = decided(sheltered, move, THIRD_OFFICER);
        Instant locked = NOON.plus(Duration.ofHours(2));
        var there =
                decided(
                        going.at(locked).given(lockedNow("away")),
                        new ArriveFromTransfer(OP, PLACED, PERSON, false, null),
                        OTHER_OFFICER);
        assertThat(release(there).map(Duty::due)).hasValue(locked.plus(Duration.ofDays(1)));
        there.when(review(ReviewOutcome.CONTINUE), OTHER_OFFICER).thenRefused("P19");
        assertThat(release(reviewed(there, ReviewOutcome.CONTINUE, Actor.human("board"))))
                .isEmpty();
    }

    @Test
    void P19_who_a_review_set_free_and_who_is_found_inside_is_to_be_free() {
        var gone = decided(freed, Given.release(PLACED, PERSON), OFFICER);
        Instant later = NOON.plus(Duration.ofDays(2));
        var inside = decided(gone.at(later), foundIn("camp"), THIRD_OFFICER);
        assertThat(release(inside)).isPresent();
        var told =
                new RecordFoundInside(
                        OP,
                        PERSON,
                        "camp",
                        null,
                        null,
                        NOON.minusSeconds(600),
                        null,
                        null,
                        null,
                        WHY);
        assertThat(release(decided(gone.at(later), told, THIRD_OFFICER)).map(Duty::due))
                .as("nobody is to be free before it was decided")
                .hasValueSatisfying(
                        due -> assertThat(due).isAfterOrEqualTo(NOON.plus(Duration.ofDays(1))));
        var ground = concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT);
        assertThat(release(inside.given(ground))).as("a later ground of their own").isEmpty();
        var moved =
                decided(
                        decided(freed.given(Given.locked("fenced")), sheltered(null), THIRD_OFFICER)
                                .at(later),
                        foundIn("fenced"),
                        THIRD_OFFICER);
        assertThat(release(moved)).as("in another place than the register says").isPresent();
    }

    @Test
    void P19_who_a_review_set_free_and_whose_ordered_place_is_locked_is_to_be_free() {
        var gone = decided(freed, Given.release(PLACED, PERSON), OFFICER);
        var ordered = decided(gone, Given.shelter(PERSON, "camp"), OFFICER);
        Instant locked = NOON.plus(Duration.ofHours(2));
        var held = ordered.at(locked).given(lockedNow("camp"));
        assertThat(release(held).map(Duty::due)).hasValue(locked.plus(Duration.ofDays(1)));
    }

    private static FacilityChanged lockedNow(String facility) {
        return new FacilityChanged(
                facility, new UUID(0x7000, 971), null, false, OFFICER.text(), null);
    }

    private static RecordFoundInside foundIn(String facility) {
        return new RecordFoundInside(OP, PERSON, facility, null, null, null, null, null, null, WHY);
    }

    @Test
    void P19_no_new_order_holds_who_a_review_released_and_who_did_not_come_again() {
        var released = reviewed(inPrison, ReviewOutcome.RELEASE, OTHER_OFFICER);
        var gone = decided(released, Given.release(PLACED, PERSON), OFFICER);
        gone.when(Given.prison(PERSON), OFFICER).thenRefused("P19");
        gone.when(Given.shelter(PERSON, "camp"), OFFICER).thenAccepted();
        gone.at(NOON.plusSeconds(60))
                .given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION))
                .when(Given.prison(PERSON), OFFICER)
                .thenAccepted();
        Instant back = NOON.plus(Duration.ofDays(30));
        gone.at(back)
                .given(new PersonReturned(PERSON, back, "east", Confidential.of("came")))
                .when(Given.prison(PERSON), OFFICER)
                .thenRefused("P19");
    }

    @Test
    void P19_who_set_somebody_free_does_not_take_it_back_when_they_have_come_again() {
        var released = reviewed(inPrison, ReviewOutcome.RELEASE, OTHER_OFFICER);
        Instant back = NOON.plus(Duration.ofDays(30));
        var here =
                decided(released, Given.release(PLACED, PERSON), OFFICER)
                        .at(back)
                        .given(new PersonReturned(PERSON, back, "east", Confidential.of("came")));
        var kept =
                new HoldLineReview(
                        OP, PERSON, ReviewOutcome.CONTINUE, List.of("r-1"), null, WHY, null);
        here.when(kept, OTHER_OFFICER).thenRefused("P19");
        here.when(kept, THIRD_OFFICER).thenAccepted();
    }

    @Test
    void P19_who_a_review_set_free_accompanies_a_relative_on_a_later_finding_of_theirs_only() {
        var sister = concluded(Given.MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT);
        var both =
                open().given(Given.elderlyBrother(PERSON), Given.mother())
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(sister)
                        .given(placed(Given.MOTHER, "camp", Basis.INTERNMENT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        var out = reviewed(both, ReviewOutcome.RELEASE, OTHER_OFFICER);
        var gone = decided(out, Given.release(PLACED, PERSON), OFFICER);
        gone.when(Given.joining(PERSON, Given.MOTHER), OFFICER).thenRefused("P19");
        gone.at(NOON.plusSeconds(60))
                .given(sister)
                .when(Given.joining(PERSON, Given.MOTHER), OFFICER)
                .thenAccepted();
    }

    @Test
    void P19_no_basis_of_detention_while_a_finding_that_was_reopened_asks_for_the_release() {
        var civilian =
                interned.given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        var asked = decided(civilian, new QuestionPlacement(OP, PERSON), ROBOT);
        var fighter =
                asked.given(concluded(PERSON, Finding.FIGHTER, GroundCode.DIRECT_PARTICIPATION));
        var custody = criminal("prison");
        fighter.when(custody, OFFICER).thenRefused("P19");
        reviewed(fighter, ReviewOutcome.CONTINUE, OTHER_OFFICER)
                .when(custody, OFFICER)
                .thenAccepted();
    }

    @Test
    void P5_no_review_alone_keeps_who_took_consent_back_and_has_no_finding() {
        var beside =
                open().given(Given.elderlyBrother(PERSON), Given.mother())
                        .given(
                                concluded(
                                        Given.MOTHER,
                                        Finding.FAMILY_MEMBER,
                                        GroundCode.SPECIFIC_THREAT))
                        .given(placed(Given.MOTHER, "camp", Basis.INTERNMENT));
        var joined = decided(beside, Given.joining(PERSON, Given.MOTHER), OFFICER);
        UUID id = joined.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
        var alone = decided(joined, new WithdrawConsent(OP, id, PERSON, WHY, null), OFFICER);
        var kept =
                new HoldReview(
                        OP, id, PERSON, ReviewOutcome.CONTINUE, List.of("r-1"), null, WHY, null);
        alone.when(kept, OTHER_OFFICER).thenRefused("P5");
    }

    @Test
    void P19_consent_taken_back_makes_no_claim_of_what_a_finding_decided() {
        var mother = concluded(Given.MOTHER, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT);
        var beside =
                open().given(Given.elderlyBrother(PERSON), Given.mother())
                        .given(mother)
                        .given(placed(Given.MOTHER, "camp", Basis.INTERNMENT));
        var joined = decided(beside, Given.joining(PERSON, Given.MOTHER), OFFICER);
        UUID id = joined.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
        var civilian = joined.given(concluded(PERSON, Finding.CIVILIAN, GroundCode.NO_INDICATION));
        var asked = decided(civilian, new QuestionPlacement(OP, PERSON), ROBOT);
        var reopened =
                asked.given(new ScreeningReopened(PERSON, PERSON, Confidential.of("a witness")));
        var claimed = decided(reopened, new WithdrawConsent(OP, id, PERSON, WHY, null), OFFICER);
        var again =
                new ChangeBasis(
                        OP,
                        id,
                        PERSON,
                        new OnBasis(
                                Basis.ACCOMPANYING_FAMILY,
                                null,
                                null,
                                Given.MOTHER,
                                new Consent(NOON.plusSeconds(60), "ar")),
                        null,
                        null,
                        WHY);
        claimed.at(NOON.plusSeconds(120)).when(again, OFFICER).thenRefused("P19");
    }

    private static ChangeBasis criminal(@Nullable String facility) {
        return on(
                new OnBasis(Basis.CRIMINAL_CUSTODY, Given.CRIMINAL, "Art. 5", null, null),
                facility);
    }

    private static ChangeBasis internment() {
        return on(new OnBasis(Basis.INTERNMENT, null, null, null, null), null);
    }

    private static ChangeBasis on(OnBasis basis, @Nullable String facility) {
        return new ChangeBasis(OP, PLACED, PERSON, basis, facility, null, WHY);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            PlacementCommand command,
            Actor by) {
        return before.by(by).given(before.when(command, by).thenAccepted().events());
    }

    private static Placement placement(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return scenario.own().operation(OP).placement(PLACED).orElseThrow();
    }

    private static List<DutyKind> duties(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> scenario) {
        return Duties.of(placement(scenario), scenario.known().operation(OP))
                .map(Duty::kind)
                .toList();
    }
}

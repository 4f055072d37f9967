package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.NOON;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.TODAY;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.DepartureWithdrawalRequested;
import org.orangeline.events.intake.DepartureWithdrawn;
import org.orangeline.events.intake.PersonArrived;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Sex;
import org.orangeline.events.placement.FoundInside;
import org.orangeline.events.placement.PlacementOrdered;
import org.orangeline.placement.CustodyCommand.RecordEscape;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;

/** P14: who had gone and is here again can be placed, in a custody of its own (P10). */
class ReturnTest {

    private static final Confidential<String> REASON = Confidential.of("why");
    private static final UUID ANEW = new UUID(0x7000, 980);
    private static final Instant LATER = NOON.plus(Duration.ofDays(20));

    private static PersonLeft left() {
        return new PersonLeft(PERSON, NOON, REASON, null);
    }

    @Test
    void P14_who_left_and_came_back_is_placed_and_held_from_the_return() {
        var gone = open().given(adult(PERSON), left());
        gone.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P14");
        var back = gone.at(LATER).given(new PersonReturned(PERSON, LATER, "east", REASON));
        assertThat(
                        back.when(shelter(PERSON, "camp", LATER), OFFICER)
                                .event(PlacementOrdered.class)
                                .custodySince())
                .isEqualTo(LATER);
        back.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P5");
    }

    /** An order is older than the return, and so is the consent that it rests on. */
    @Test
    void P5_consent_of_before_a_return_admits_nobody() {
        var ordered =
                open().given(adult(PERSON))
                        .given(Given.ordered(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
        UUID id = placementOf(PERSON);
        var back =
                ordered.given(left())
                        .at(LATER)
                        .given(new PersonReturned(PERSON, LATER, "east", REASON));
        ordered.when(new AdmitPerson(OP, id, PERSON, null, null), OFFICER).thenAccepted();
        back.when(new AdmitPerson(OP, id, PERSON, null, null), OFFICER).thenRefused("P5");
        // Whoever is inside already is asked about, until consent is given anew.
        var inside =
                back.given(
                        back.when(new AdmitPerson(OP, id, PERSON, "is inside", null), OFFICER)
                                .events());
        var placed = inside.own().operation(OP).openPlacement(PERSON).orElseThrow();
        assertThat(placed.questioned()).contains("P5");
        var close = new CloseQuestion(OP, PERSON, id, "P5");
        inside.when(close, ROBOT).thenConflict();
        var again =
                new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, new Consent(LATER, "ar"));
        var consents =
                inside.given(
                        inside.when(
                                        new ChangeBasis(OP, id, PERSON, again, null, null, WHY),
                                        OFFICER)
                                .events());
        consents.when(close, ROBOT).thenAccepted();
        // Whoever came in on consent and left and came back later is not asked anew (P2).
        var admitted =
                ordered.given(
                        ordered.when(new AdmitPerson(OP, id, PERSON, null, null), OFFICER)
                                .events());
        assertThat(
                        admitted.at(LATER)
                                .given(new PersonReturned(PERSON, LATER, "east", REASON))
                                .when(new QuestionPlacement(OP, PERSON), ROBOT)
                                .refusal()
                                .detail())
                .contains("No open placement");
    }

    @Test
    void P14_who_left_and_was_registered_again_is_placeable_after_an_honest_merge() {
        var again =
                new PersonArrived(
                        ANEW,
                        "BGZ-000002-5",
                        "east",
                        LATER,
                        Sex.MALE,
                        Age.between(30, 40, TODAY),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        null);
        var merged =
                open().given(adult(PERSON), left())
                        .at(LATER)
                        .given(again, new PersonsMerged(ANEW, new UUID(9, 9), PERSON, REASON));
        assertThat(
                        merged.when(shelter(ANEW, "camp"), OFFICER)
                                .event(PlacementOrdered.class)
                                .custodySince())
                .isEqualTo(LATER);
        // Somebody who was registered twice and then left has left.
        open().given(adult(PERSON), adult(ANEW), left())
                .given(new PersonsMerged(ANEW, new UUID(9, 9), PERSON, REASON))
                .when(shelter(ANEW, "camp"), OFFICER)
                .thenRefused("P14");
    }

    @Test
    void P14_a_death_stands_until_two_humans_withdraw_it() {
        var dead = open().given(adult(PERSON), new PersonDied(PERSON, NOON, REASON));
        dead.when(shelter(PERSON, "camp"), OFFICER).thenRefused("P14");
        dead.given(
                        new DepartureWithdrawn(
                                PERSON,
                                ANEW,
                                DepartureWithdrawalRequested.Fact.DEATH,
                                DepartureWithdrawn.Standing.HERE,
                                "human:a"))
                .when(shelter(PERSON, "camp"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P10_after_a_recapture_the_first_review_counts_from_its_own_beginning() {
        var held = open().given(adult(PERSON)).given(placed(PERSON, "prison", Basis.INTERNMENT));
        var escaped =
                held.given(
                        held.when(
                                        new RecordEscape(
                                                OP, placementOf(PERSON), PERSON, NOON, WHY),
                                        OFFICER)
                                .events());
        var taken =
                escaped.at(LATER)
                        .when(
                                new RecordFoundInside(
                                        OP, PERSON, "prison", null, null, null, null, null, null,
                                        WHY),
                                OFFICER);
        assertThat(taken.event(FoundInside.class).custodySince()).isEqualTo(LATER);
        var known = taken.known().operation(OP);
        assertThat(Duties.of(taken.own().operation(OP).openPlacement(PERSON).orElseThrow(), known))
                .filteredOn(duty -> duty.kind() == DutyKind.REVIEW)
                .extracting(Duty::due)
                .containsExactly(LATER.plus(known.profile().firstReviewWithin()));
    }
}

package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CONSENT;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DutyKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.FacilityChanged;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.CustodyCommand.WithdrawConsent;
import org.orangeline.placement.DutyCommand.HoldReview;
import org.orangeline.placement.DutyCommand.ReportOverdue;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.duties.Duties;
import org.orangeline.placement.duties.Duty;
import org.orangeline.placement.duties.Registrations;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/**
 * P19: somebody was set free by {@link Given#OTHER_OFFICER}, lived in an open camp with consent,
 * and is held again since the gates of the camp were locked.
 */
class HeldAgainTest {

    private static final UUID PLACED = placementOf(PERSON);
    private static final Instant LOCKED = NOON.plus(Duration.ofDays(3));
    private static final Actor BOARD = Actor.human("board");

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held =
            held();

    @Test
    void P19_whoever_set_somebody_free_does_not_take_it_back_after_a_withdrawn_consent() {
        var withdrawn = decided(held, new WithdrawConsent(OP, PLACED, PERSON, WHY, null), OFFICER);

        withdrawn.when(review(ReviewOutcome.CONTINUE, null), OTHER_OFFICER).thenRefused("P19");
        assertThat(due(withdrawn)).as("the day goes on").isEqualTo(due(held));
        decided(withdrawn, review(ReviewOutcome.CONTINUE, null), BOARD);
    }

    @Test
    void P19_no_review_of_before_takes_back_a_release_that_was_carried_out() {
        var gone =
                decided(held.at(LOCKED.plusSeconds(600)), Given.release(PLACED, PERSON), OFFICER);
        for (Actor reviewer : List.of(OTHER_OFFICER, BOARD)) {
            gone.when(review(ReviewOutcome.CONTINUE, LOCKED.plusSeconds(60)), reviewer)
                    .thenRefused("P19");
        }
        gone.when(Given.internment(PERSON, GroundCode.SPECIFIC_THREAT), OFFICER).thenRefused("P19");
    }

    @Test
    void P19_whoever_set_somebody_free_does_not_take_it_back_by_an_earlier_moment() {
        var later = held.at(LOCKED.plusSeconds(60));

        later.when(review(ReviewOutcome.CONTINUE, LOCKED.minusSeconds(60)), OTHER_OFFICER)
                .thenRefused("P19");
    }

    @Test
    void P19_a_review_that_is_dated_ahead_swallows_no_release() {
        var ahead = decided(held, review(ReviewOutcome.CONTINUE, LOCKED.plusSeconds(240)), BOARD);
        var freed =
                decided(
                        ahead.at(LOCKED.plusSeconds(30)),
                        review(ReviewOutcome.RELEASE, null),
                        OTHER_OFFICER);

        assertThat(due(freed)).isEqualTo(LOCKED.plusSeconds(30).plus(Duration.ofHours(24)));
    }

    @Test
    void P19_neither_of_two_who_set_somebody_free_takes_it_back() {
        var again = decided(held, review(ReviewOutcome.RELEASE, null), BOARD);

        again.when(review(ReviewOutcome.CONTINUE, null), OTHER_OFFICER).thenRefused("P19");
        again.when(review(ReviewOutcome.CONTINUE, null), BOARD).thenRefused("P19");
    }

    @Test
    void P19_a_second_review_that_says_release_begins_no_second_day() {
        var again =
                decided(
                        held.at(LOCKED.plus(Duration.ofHours(23))),
                        review(ReviewOutcome.RELEASE, null),
                        BOARD);

        assertThat(due(again)).isEqualTo(LOCKED.plus(Duration.ofHours(24)));
    }

    @Test
    void P19_a_release_that_is_overdue_is_reported_once_whatever_another_review_says() {
        var late = held.at(LOCKED.plus(Duration.ofHours(25)));
        var reported = decided(late, report(late), ROBOT);
        var reviewed = decided(reported, review(ReviewOutcome.CHANGE_OF_BASIS, null), BOARD);

        assertThat(release(reviewed).reported()).isTrue();
        reviewed.when(report(reviewed), ROBOT).thenConflict();
    }

    private static ReportOverdue report(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return new ReportOverdue(OP, PERSON, PLACED, DutyKind.RELEASE, release(now).startedBy());
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> held() {
        var interned =
                open().given(adult(PERSON))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .given(placed(PERSON, "camp", Basis.INTERNMENT));
        var freed = decided(interned, review(ReviewOutcome.RELEASE, null), OTHER_OFFICER);
        var sheltered =
                decided(
                        freed,
                        new ChangeBasis(
                                OP,
                                PLACED,
                                PERSON,
                                new OnBasis(Basis.VOLUNTARY_SHELTER, null, null, null, CONSENT),
                                null,
                                null,
                                WHY),
                        THIRD_OFFICER);
        return sheltered
                .at(LOCKED)
                .given(
                        new FacilityChanged(
                                "camp", new UUID(0x7000, 970), null, false, OFFICER.text(), null));
    }

    private static HoldReview review(ReviewOutcome outcome, @Nullable Instant at) {
        return new HoldReview(OP, PLACED, PERSON, outcome, List.of("r-1"), null, WHY, at);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> decided(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            PlacementCommand command,
            Actor by) {
        return before.by(by).given(before.when(command, by).thenAccepted().events());
    }

    private static Instant due(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return release(now).due();
    }

    private static Duty release(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        var state = now.own().operation(OP);
        var known = now.known().operation(OP);
        Placement placement = state.placement(PLACED).orElseThrow();
        return Duties.of(Registrations.seen(placement, state, known), known)
                .filter(duty -> duty.kind() == DutyKind.RELEASE)
                .findFirst()
                .orElseThrow();
    }
}

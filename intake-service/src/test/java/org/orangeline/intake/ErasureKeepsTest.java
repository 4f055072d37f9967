package org.orangeline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.intake.Given.NOON;
import static org.orangeline.intake.Given.OFFICER;
import static org.orangeline.intake.Given.OP;
import static org.orangeline.intake.Given.OTHER;
import static org.orangeline.intake.Given.PERSON;
import static org.orangeline.intake.Given.after;
import static org.orangeline.intake.Given.register;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.ChildFoundAlone;
import org.orangeline.events.intake.ChildReunited;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.LegalProfileChanged;
import org.orangeline.events.intake.PersonDied;
import org.orangeline.events.intake.PersonLeft;
import org.orangeline.events.intake.PersonReturned;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.Loneliness;
import org.orangeline.events.model.ReviewOutcome;
import org.orangeline.events.placement.AppealLodged;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.LineReviewHeld;
import org.orangeline.events.placement.PersonFound;
import org.orangeline.events.placement.PersonMissing;
import org.orangeline.events.placement.PlacedInDetention;
import org.orangeline.events.placement.ReleasedFromDetention;
import org.orangeline.events.placement.ReviewHeld;
import org.orangeline.events.plan.BuiltIn;
import org.orangeline.intake.DepartureCommand.RecordDeparture;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.custody.Custody;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** Whose identity two humans cannot erase, by which rule, and until when. */
class ErasureKeepsTest {

    private static final UUID PLACEMENT = new UUID(0x7002, 1);
    private static final UUID APPEAL = new UUID(0x7002, 2);
    private static final Confidential<String> WHY = Confidential.of("as told");
    private static final Duration KEPT = Duration.ofDays(183);
    private static final RequestErasure REQUEST = new RequestErasure(OP, PERSON, WHY);

    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> here =
            after(Given.unguarded(), register(PERSON), register(OTHER)).by(OFFICER);
    private final Scenario<IntakeCommand, IntakeState, Custody, IntakeEvent> held =
            here.given(new PlacedInDetention(PERSON, PLACEMENT, "c", Basis.INTERNMENT, null));

    @Test
    void P17_who_died_is_kept_until_the_death_is_withdrawn() {
        var dead = held.given(new DiedInCustody(PERSON, PLACEMENT, "c", NOON, WHY));
        dead.when(REQUEST, OFFICER).thenRefused("P17");
        here.given(new PersonDied(PERSON, NOON, WHY)).when(REQUEST, OFFICER).thenRefused("P17");
        dead.given(
                        new FactWithdrawn(
                                PERSON,
                                PLACEMENT,
                                "c",
                                new UUID(0x7002, 3),
                                "fact",
                                "DiedInCustody",
                                FactWithdrawn.Standing.OUTSIDE,
                                null,
                                "officer"))
                .when(REQUEST, OFFICER)
                .thenAccepted();
    }

    @Test
    void P12_who_waits_under_guard_is_kept_until_free() {
        var waits = after(register(PERSON));
        waits.when(REQUEST, OFFICER).thenRefused("P12");
        after(waits, new RecordDeparture(OP, PERSON, NOON, DepartureKind.WITH_FAMILY, WHY))
                .when(REQUEST, OFFICER)
                .thenAccepted();
        var asked = here.given(here.when(REQUEST, OFFICER).events());
        var erasure =
                asked.own()
                        .require(OP)
                        .erasures()
                        .openOf(PERSON.toString())
                        .orElseThrow()
                        .erasureId();
        asked.given(new LegalProfileChanged(OP, BuiltIn.legalProfile("gc-1949").orElseThrow(), WHY))
                .when(new SignErasure(OP, erasure, Set.of("BGZ-000001-7")), Actor.human("second"))
                .thenRefused("P12");
    }

    @Test
    void P12_who_came_again_after_a_release_waits_under_guard_by_any_registration() {
        var free =
                after(register(PERSON))
                        .given(
                                new PlacedInDetention(
                                        PERSON, PLACEMENT, "c", Basis.INTERNMENT, null))
                        .at(NOON.plusSeconds(60))
                        .given(
                                new ReleasedFromDetention(
                                        PERSON, PLACEMENT, "c", Basis.INTERNMENT, WHY, null, null));
        var later = NOON.plus(KEPT).plus(KEPT);
        free.at(later).when(REQUEST, OFFICER).thenAccepted();
        var again = after(free.at(later), register(OTHER, later, Given.range(20, 30)));
        again.given(new PersonsMerged(OTHER, new UUID(0x7004, 5), PERSON, WHY))
                .when(new RequestErasure(OP, OTHER, WHY), OFFICER)
                .thenRefused("P12");
    }

    @Test
    void P17_who_is_missing_is_kept_until_found() {
        var missing = held.given(new PersonMissing(PERSON, PLACEMENT, "c", NOON, WHY));
        missing.when(REQUEST, OFFICER).thenRefused("P17");
        here.given(new DidNotArrive(PERSON, PLACEMENT, "c", APPEAL))
                .when(REQUEST, OFFICER)
                .thenRefused("P17");
        missing.given(new PersonFound(PERSON, PLACEMENT, "c", NOON, WHY))
                .when(REQUEST, OFFICER)
                .thenConflict();
    }

    @Test
    void P9_who_was_handed_over_is_kept() {
        var over = held.given(new HandedOver(PERSON, PLACEMENT, "c", "IRQ", APPEAL, WHY, null));
        over.when(REQUEST, OFFICER).thenRefused("P9");
        here.given(
                        new PlacedInDetention(OTHER, PLACEMENT, "c", Basis.INTERNMENT, null),
                        new HandedOver(OTHER, PLACEMENT, "c", "IRQ", APPEAL, WHY, null),
                        new PersonsMerged(PERSON, new UUID(0x7004, 1), OTHER, WHY))
                .when(REQUEST, OFFICER)
                .thenRefused("P9");
    }

    @Test
    void P12_who_was_released_is_kept_for_the_profiles_retention() {
        var free =
                held.given(
                        new ReleasedFromDetention(
                                PERSON, PLACEMENT, "c", Basis.INTERNMENT, WHY, null, null));
        Instant released = free.log().getLast().envelope().time();
        free.when(REQUEST, OFFICER).thenRefused("P12");
        free.at(released.plus(KEPT).minusSeconds(1)).when(REQUEST, OFFICER).thenRefused("P12");
        free.at(released.plus(KEPT)).when(REQUEST, OFFICER).thenAccepted();
    }

    @Test
    void P10_who_appealed_is_kept_until_a_review_has_answered() {
        var appealed = here.given(new AppealLodged(PERSON, PLACEMENT, "c", APPEAL, WHY));
        appealed.when(REQUEST, OFFICER).thenRefused("P10");
        appealed.given(
                        new ReviewHeld(
                                PERSON,
                                PLACEMENT,
                                "c",
                                new UUID(0x7002, 4),
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                APPEAL,
                                WHY))
                .when(REQUEST, OFFICER)
                .thenAccepted();
    }

    @Test
    void P10_an_appeal_is_answered_by_a_review_in_a_line_too() {
        here.given(
                        new AppealLodged(PERSON, PLACEMENT, "c", APPEAL, WHY),
                        new LineReviewHeld(
                                PERSON,
                                new UUID(0x7002, 4),
                                ReviewOutcome.CONTINUE,
                                List.of("r-1"),
                                APPEAL,
                                WHY,
                                null))
                .when(REQUEST, OFFICER)
                .thenAccepted();
    }

    @Test
    void P10_a_departure_answers_no_appeal() {
        here.given(
                        new AppealLodged(PERSON, PLACEMENT, "c", APPEAL, WHY),
                        new PersonLeft(PERSON, NOON, WHY, DepartureKind.OWN_WAY))
                .when(REQUEST, OFFICER)
                .thenRefused("P10");
    }

    @Test
    void P17_who_was_taken_away_by_an_authority_is_kept_until_back() {
        var taken = here.given(new PersonLeft(PERSON, NOON, WHY, DepartureKind.TAKEN_AWAY));
        taken.when(REQUEST, OFFICER).thenRefused("P17");
        taken.given(new PersonsMerged(OTHER, new UUID(0x7004, 1), PERSON, WHY))
                .when(new RequestErasure(OP, OTHER, WHY), OFFICER)
                .thenRefused("P17");
        taken.given(new PersonReturned(PERSON, NOON, "east", WHY))
                .when(REQUEST, OFFICER)
                .thenAccepted();
        for (DepartureKind kind : new DepartureKind[] {DepartureKind.OWN_WAY, null}) {
            here.given(new PersonLeft(PERSON, NOON, WHY, kind))
                    .when(REQUEST, OFFICER)
                    .thenAccepted();
        }
    }

    @Test
    void P15_a_child_whose_family_is_looked_for_is_kept_until_it_is_reunited() {
        var alone = here.given(new ChildFoundAlone(PERSON, Loneliness.UNACCOMPANIED));
        alone.when(REQUEST, OFFICER).thenRefused("P15");
        alone.given(new ChildReunited(PERSON, OTHER)).when(REQUEST, OFFICER).thenAccepted();
    }

    @Test
    void P15_a_child_that_has_just_come_is_kept_before_it_is_raised() {
        var child =
                after(here, Given.member(FamilyTest.CHILD, 9, Given.tie("f-1", FamilyRole.CHILD)))
                        .by(OFFICER);
        var erase = new RequestErasure(OP, FamilyTest.CHILD, WHY);
        child.when(erase, OFFICER).thenRefused("P15");
        after(child, Given.member(FamilyTest.MOTHER, 35, Given.tie("f-1", FamilyRole.PARENT)))
                .when(erase, OFFICER)
                .thenAccepted();
    }

    @Test
    void what_happens_between_the_two_signatures_counts_as_well() {
        var asked = here.given(here.when(REQUEST, OFFICER).events());
        UUID erasure =
                asked.own()
                        .require(OP)
                        .erasures()
                        .openOf(PERSON.toString())
                        .orElseThrow()
                        .erasureId();
        var sign = new SignErasure(OP, erasure, Set.of("BGZ-000001-7"));
        asked.given(new AppealLodged(PERSON, PLACEMENT, "c", APPEAL, WHY))
                .when(sign, Actor.human("second"))
                .thenRefused("P10");
        assertThat(asked.when(sign, Actor.human("second")).events()).hasSize(1);
    }
}

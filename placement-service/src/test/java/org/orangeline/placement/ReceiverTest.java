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
import static org.orangeline.placement.Given.assessed;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.ordered;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.shelter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.DepartureKind;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.FacilityRegistered;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.placement.LeavingCommand.ReleasePeople;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.PlacementCommand.ChangeBasis;
import org.orangeline.placement.PlacementCommand.OnBasis;
import org.orangeline.placement.PlacementCommand.RegisterFacility;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.ReceiverCommand.ApproveReceiver;
import org.orangeline.placement.ReceiverCommand.RequestReceiver;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.scenario.Scenario;

/** P9: to whom people may be handed over, by whatever call. */
class ReceiverTest {

    private static final UUID ID = new UUID(0x7000, 960);

    @Test
    void P9_two_receivers_or_facilities_are_told_apart_by_more_than_case_and_separators() {
        var known =
                open().given(
                                new ReceiverRequested("SYR-MOJ", ID, "Justice", "SYR"),
                                new ReceiverRegistered("SYR-MOJ", "Justice", "SYR", "human:one"));
        for (String code : List.of("SYR_MOJ", "SYRMOJ", "SYR.MOJ")) {
            known.when(new RequestReceiver(OP, code, "Other", "IRQ"), OFFICER).thenConflict();
        }
        known.when(new RequestReceiver(OP, "SYR-MOI", "Other", "IRQ"), OFFICER).thenAccepted();
        // Both were asked for: whichever is approved first is the one.
        var asked = new UUID(0x7000, 961);
        known.given(new ReceiverRequested("SYR_MOJ", asked, "Other", "IRQ"))
                .when(new ApproveReceiver(OP, "SYR_MOJ", asked), OTHER_OFFICER)
                .thenConflict();
        for (String id : List.of("CAMP", "c-amp", "Ca_mp")) {
            open().when(camp(id), OFFICER).thenConflict();
        }
        open().when(camp("camp-2"), OFFICER).thenAccepted();
    }

    private static RegisterFacility camp(String id) {
        return new RegisterFacility(
                OP, id, id, FacilityKind.CAMP, 5, Admits.EVERYONE, List.of(), null, null);
    }

    @Test
    void P9_a_risk_found_for_a_state_holds_for_all_its_receivers() {
        var risky =
                inCamp().by(OTHER_OFFICER)
                        .given(assessed(PERSON, ID, "IRQ", "IRQ", Risk.RISK))
                        .given(assessed(PERSON, ID, "IRAQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK));
        for (String receiver : List.of("IRQ", "IRAQ")) {
            risky.when(Given.handOver(placementOf(PERSON), PERSON, receiver), OFFICER)
                    .thenRefused("P9");
        }
        var lifted =
                risky.by(THIRD_OFFICER)
                        .given(assessed(PERSON, ID, "IRAQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK));
        assertThat(
                        lifted.when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                                .event(HandedOver.class)
                                .state())
                .isEqualTo("IRQ");
        lifted.when(Given.handOver(placementOf(PERSON), PERSON, "SYR"), OFFICER).thenRefused("P9");
    }

    @Test
    void P9_a_risk_that_was_recorded_before_receivers_had_states_stands() {
        var risky =
                inCamp().by(OTHER_OFFICER)
                        .given(before("IRAQ", Risk.RISK))
                        .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        risky.when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER).thenRefused("P9");
        risky.by(THIRD_OFFICER)
                .given(assessed(PERSON, ID, "IRAQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK))
                .when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P9_a_risk_under_a_code_that_nobody_registered_counts_for_every_state() {
        var risky =
                inCamp().by(OTHER_OFFICER)
                        .given(before("MILITIA", Risk.RISK))
                        .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        risky.when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER).thenRefused("P9");
        risky.given(new ReceiverRegistered("MILITIA", "A militia", "SYR", null))
                .when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                .thenAccepted();
        inCamp().by(OTHER_OFFICER)
                .given(before("SYR", Risk.RISK))
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                .thenAccepted();
    }

    @Test
    void P9_another_basis_with_another_authoritys_place_is_by_two_humans_too() {
        var safe =
                inCamp().given(of("IRQ", "theirs"))
                        .given(concluded(PERSON, Finding.FAMILY_MEMBER, GroundCode.SPECIFIC_THREAT))
                        .by(OTHER_OFFICER)
                        .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        var change =
                new ChangeBasis(
                        OP,
                        placementOf(PERSON),
                        PERSON,
                        new OnBasis(
                                Basis.INTERNMENT,
                                new StatedGround(GroundCode.SPECIFIC_THREAT, "stated"),
                                null,
                                null,
                                null),
                        "theirs",
                        null,
                        WHY);
        safe.when(change, OTHER_OFFICER).thenRefused("P9");
        safe.when(change, OFFICER).thenAccepted();
    }

    @Test
    void P9_nobody_is_found_to_be_safe_unheard() {
        inCamp().when(assess("IRQ", Risk.NO_SUBSTANTIAL_RISK, null), OFFICER).thenRefused("P9");
        inCamp().when(assess("IRQ", Risk.RISK, null), OFFICER).thenAccepted();
        inCamp().when(assess("IRQ", Risk.NO_SUBSTANTIAL_RISK, NOON), OFFICER).thenAccepted();
        for (Instant impossible :
                List.of(NOON.plus(Duration.ofDays(1)), NOON.minus(Duration.ofDays(99)))) {
            assertThat(
                            inCamp().when(
                                            assess("IRQ", Risk.NO_SUBSTANTIAL_RISK, impossible),
                                            OFFICER)
                                    .refusal()
                                    .kind())
                    .isEqualTo(Refusal.Kind.RULE);
        }
        inCamp().by(OTHER_OFFICER)
                .given(before("IRQ", Risk.NO_SUBSTANTIAL_RISK))
                .when(Given.handOver(placementOf(PERSON), PERSON, "IRQ"), OFFICER)
                .thenRefused("P9");
    }

    @Test
    void P9_two_humans_hand_over_who_assessed_and_who_decides() {
        var safe = inCamp().by(OFFICER).given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        var over = Given.handOver(placementOf(PERSON), PERSON, "IRQ");
        safe.when(over, OFFICER).thenRefused("P9");
        safe.when(over, OTHER_OFFICER).thenAccepted();
    }

    @Test
    void P9_who_is_not_registered_receives_nobody() {
        inCamp().when(Given.handOver(placementOf(PERSON), PERSON, "ARMY"), OFFICER)
                .thenRefused("P9");
        inCamp().when(assess("ARMY", Risk.NO_SUBSTANTIAL_RISK, NOON), OFFICER).thenRefused("P9");
    }

    @Test
    void P9_two_humans_register_a_receiver_and_until_then_it_receives_nobody() {
        var ask = new RequestReceiver(OP, "ARMY", "The army", "SYR");
        inCamp().when(ask, ROBOT).thenRefused("S6");
        inCamp().when(new RequestReceiver(OP, "IRQ", "Ministry", "SYR"), OFFICER).thenConflict();
        var asked = inCamp().by(OFFICER).given(inCamp().when(ask, OFFICER).events());
        UUID request =
                asked.own().operation(OP).safeguards().receivers().requests().values().stream()
                        .map(one -> one.requestId())
                        .findFirst()
                        .orElseThrow();
        var approve = new ApproveReceiver(OP, "ARMY", request);
        asked.when(assess("ARMY", Risk.NO_SUBSTANTIAL_RISK, NOON), OFFICER).thenRefused("P9");
        asked.when(register("ARMY"), OFFICER).thenRefused("P9");
        asked.when(Given.handOver(placementOf(PERSON), PERSON, "ARMY"), OFFICER).thenRefused("P9");
        asked.when(approve, ROBOT).thenRefused("S6");
        asked.when(approve, OFFICER).thenRefused("P9");
        asked.when(new ApproveReceiver(OP, "MILITIA", request), OTHER_OFFICER).thenNotFound();
        var decided = asked.when(approve, OTHER_OFFICER);
        assertThat(decided.event(ReceiverRegistered.class).requestedBy()).isEqualTo(OFFICER.text());
        var registered = asked.given(decided.events());
        registered.when(assess("ARMY", Risk.NO_SUBSTANTIAL_RISK, NOON), OFFICER).thenAccepted();
        registered.when(register("ARMY"), OFFICER).thenAccepted();
        registered.when(approve, OTHER_OFFICER).thenConflict();
    }

    @Test
    void P9_of_two_states_that_were_asked_for_the_approved_one_counts_and_the_other_is_dropped() {
        var first = new RequestReceiver(OP, "ARMY", "The army", "SYR");
        var one = inCamp().by(OFFICER).given(inCamp().when(first, OFFICER).events());
        var other = new RequestReceiver(OP, "ARMY", "The army", "IRQ");
        var both =
                one.commandId("other").given(one.commandId("other").when(other, OFFICER).events());
        var receivers = both.own().operation(OP).safeguards().receivers();
        assertThat(receivers.requests()).hasSize(2);
        UUID iraq =
                receivers.requests().values().stream()
                        .filter(request -> request.state().equals("IRQ"))
                        .map(request -> request.requestId())
                        .findFirst()
                        .orElseThrow();
        var now =
                both.given(both.when(new ApproveReceiver(OP, "ARMY", iraq), OTHER_OFFICER).events())
                        .own()
                        .operation(OP)
                        .safeguards()
                        .receivers();
        assertThat(now.receiver("ARMY").orElseThrow().state()).isEqualTo("IRQ");
        assertThat(now.requests()).isEmpty();
    }

    @Test
    void P9_an_assessment_counts_from_its_own_instant_at_orders_as_well() {
        var theirs = open().given(adult(PERSON)).given(of("IRQ", "theirs"));
        var safe = theirs.by(OTHER_OFFICER).given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        Instant last = NOON.plus(Duration.ofDays(90));
        safe.at(last).when(shelter(PERSON, "theirs"), OFFICER).thenAccepted();
        // On the same day, a minute later.
        safe.at(last.plusSeconds(60)).when(shelter(PERSON, "theirs"), OFFICER).thenRefused("P9");
    }

    @ParameterizedTest
    @EnumSource(
            value = DepartureKind.class,
            names = {"TAKEN_AWAY", "HANDED_OVER"})
    void P9_nobody_is_released_into_the_hands_of_an_authority(DepartureKind kind) {
        inCamp().when(
                        new ReleasePeople(
                                OP,
                                List.of(new Party.Named(placementOf(PERSON), PERSON)),
                                WHY,
                                null,
                                kind,
                                null),
                        OFFICER)
                .thenRefused("P9");
    }

    @Test
    void P9_an_order_to_a_facility_of_another_authority_is_a_hand_over() {
        var theirs = open().given(adult(PERSON)).given(of("IRQ", "theirs"));
        theirs.when(shelter(PERSON, "theirs"), OFFICER).thenRefused("P9");
        theirs.by(OFFICER)
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(shelter(PERSON, "theirs"), OFFICER)
                .thenRefused("P9");
        theirs.by(OTHER_OFFICER)
                .given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK))
                .when(shelter(PERSON, "theirs"), OFFICER)
                .thenAccepted();
        var found =
                theirs.given(ordered(PERSON, "theirs", Basis.VOLUNTARY_SHELTER))
                        .by(OTHER_OFFICER)
                        .given(assessed(PERSON, Risk.RISK));
        found.when(new AdmitPerson(OP, placementOf(PERSON), PERSON, null, null), OFFICER)
                .thenRefused("P9");
    }

    @Test
    void P9_a_transfer_to_a_facility_of_another_authority_is_a_hand_over() {
        var camps =
                inCamp().given(
                                of("IRQ", "theirs"),
                                of("IRQ", "theirs-too"),
                                facility("ours", FacilityKind.CAMP, 9));
        camps.when(transfer("ours"), OFFICER).thenAccepted();
        camps.when(transfer("theirs"), OFFICER).thenRefused("P9");
        var safe = camps.by(OTHER_OFFICER).given(assessed(PERSON, Risk.NO_SUBSTANTIAL_RISK));
        safe.when(transfer("theirs"), OTHER_OFFICER).thenRefused("P9");
        safe.when(transfer("theirs"), OFFICER).thenAccepted();

        var withThem =
                open().given(adult(PERSON))
                        .given(of("IRQ", "theirs"), of("IRQ", "theirs-too"), of("SYR", "syrian"))
                        .given(placed(PERSON, "theirs", Basis.VOLUNTARY_SHELTER));
        withThem.when(transfer("theirs-too"), OFFICER).thenAccepted();
        withThem.when(transfer("syrian"), OFFICER).thenRefused("P9");
    }

    @Test
    void P9_a_risk_that_is_found_later_questions_who_is_with_that_state() {
        var withThem =
                open().given(adult(PERSON))
                        .given(of("IRAQ", "theirs"))
                        .given(placed(PERSON, "theirs", Basis.VOLUNTARY_SHELTER));
        assertThat(
                        withThem.when(assess("IRQ", Risk.RISK, null), OFFICER)
                                .event(PlacementQuestioned.class)
                                .rules())
                .containsExactly("P9");
        assertThat(withThem.when(assess("SYR", Risk.RISK, null), OFFICER).events()).hasSize(1);
    }

    @Test
    void P9_a_facility_names_an_authority_that_is_registered() {
        open().when(register("NOBODY"), OFFICER).thenRefused("P9");
        assertThat(
                        open().when(register("IRQ"), OFFICER)
                                .event(FacilityRegistered.class)
                                .authority())
                .isEqualTo("IRQ");
    }

    @Test
    void S6_a_facility_is_registered_by_a_human_who_says_who_runs_it() {
        open().when(register("IRQ"), ROBOT).thenRefused("S6");
        open().when(register("IRQ"), OFFICER).thenAccepted();
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> inCamp() {
        return open().given(adult(PERSON)).given(placed(PERSON, "camp", Basis.VOLUNTARY_SHELTER));
    }

    private static RegisterFacility register(String authority) {
        return new RegisterFacility(
                OP,
                "cells",
                "Cells",
                FacilityKind.PRISON,
                9,
                Admits.EVERYONE,
                List.of(),
                authority,
                null);
    }

    static FacilityRegistered of(String authority, String id) {
        return new FacilityRegistered(
                id, id, FacilityKind.CAMP, 9, Admits.EVERYONE, null, authority);
    }

    private static OrderTransfer transfer(String facility) {
        return new OrderTransfer(
                OP, List.of(new Party.Named(placementOf(PERSON), PERSON)), facility, null, WHY);
    }

    private static AssessReceiver assess(String receiver, Risk risk, @Nullable Instant heardAt) {
        return new AssessReceiver(OP, PERSON, receiver, risk, WHY, heardAt, null);
    }

    private static NonRefoulementAssessed before(String receiver, Risk risk) {
        return new NonRefoulementAssessed(
                PERSON, ID, receiver, risk, Confidential.of("file 7"), null, null, null);
    }
}

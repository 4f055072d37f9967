package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.CHILD;
import static org.orangeline.placement.Given.FATHER;
import static org.orangeline.placement.Given.MOTHER;
import static org.orangeline.placement.Given.OFFICER;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.OTHER_OFFICER;
import static org.orangeline.placement.Given.PERSON;
import static org.orangeline.placement.Given.ROBOT;
import static org.orangeline.placement.Given.WHY;
import static org.orangeline.placement.Given.adult;
import static org.orangeline.placement.Given.child;
import static org.orangeline.placement.Given.concluded;
import static org.orangeline.placement.Given.facility;
import static org.orangeline.placement.Given.father;
import static org.orangeline.placement.Given.mother;
import static org.orangeline.placement.Given.open;
import static org.orangeline.placement.Given.placed;
import static org.orangeline.placement.Given.placementOf;
import static org.orangeline.placement.Given.prison;
import static org.orangeline.placement.Given.shelter;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideSigned;
import org.orangeline.events.placement.PlacementCancelled;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.PlacementCommand.AdmitPerson;
import org.orangeline.placement.SafeguardCommand.RevokeOverride;
import org.orangeline.placement.SafeguardCommand.SignOverride;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.safeguards.RuleOverride;
import org.orangeline.placement.safeguards.RuleOverride.Status;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.scenario.Scenario;

/** An override of P6 or P8 allows one decision, and can be taken back before. */
class OverrideTest {

    private static final UUID OVERRIDE = new UUID(0x7000, 500);

    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> family =
            open().given(mother(), child(), father())
                    .given(placed(MOTHER, "camp", Basis.VOLUNTARY_SHELTER))
                    .given(placed(CHILD, "camp", Basis.VOLUNTARY_SHELTER))
                    .given(concluded(FATHER, Finding.FIGHTER, GroundCode.CRIMINAL_SUSPICION));
    private final Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> signed =
            signed(family, FATHER, "prison", "P6");

    @Test
    void P6_an_override_is_used_up_by_the_order_that_it_allowed() {
        var ordered = signed.given(signed.when(prison(FATHER), OFFICER).events());
        assertThat(override(ordered).status()).isEqualTo(Status.USED);
        UUID placement =
                ordered.own().operation(OP).openPlacement(FATHER).orElseThrow().placementId();
        ordered.when(new AdmitPerson(OP, placement, FATHER, null, null), OFFICER).thenAccepted();
        var cancelled =
                ordered.given(
                        new PlacementCancelled(
                                FATHER, placement, "prison", Confidential.of("a mistake")));
        assertThat(override(cancelled).status()).isEqualTo(Status.SPENT);
        cancelled
                .commandId(new UUID(1, 1).toString())
                .when(prison(FATHER), OFFICER)
                .thenRefused("P6");
        signed(cancelled, FATHER, "prison", "P6", new UUID(0x7000, 501))
                .commandId(new UUID(1, 1).toString())
                .when(prison(FATHER), OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_what_allowed_an_order_allows_no_hand_over() {
        var held =
                signed.given(placed(FATHER, "prison", Basis.CRIMINAL_CUSTODY))
                        .given(
                                Given.assessed(
                                        FATHER, OVERRIDE, "IRQ", "IRQ", Risk.NO_SUBSTANTIAL_RISK));
        var over = Given.handOver(placementOf(FATHER), FATHER, "IRQ");
        held.when(over, OFFICER).thenRefused("P6");
        signed(held, FATHER, "prison", "P6", new UUID(0x7000, 501))
                .when(over, OFFICER)
                .thenAccepted();
    }

    @Test
    void P6_a_transfer_back_needs_an_override_of_its_own() {
        var away = family.given(facility("other", FacilityKind.CAMP, 5));
        var gone = signed(away, MOTHER, "other", "P6");
        var transfer = move("other");
        var ordered = gone.given(gone.when(transfer, OFFICER).events());
        assertThat(override(ordered, MOTHER).status()).isEqualTo(Status.USED);
        var cancel = new TransferCommand.CancelTransfer(OP, placementOf(MOTHER), MOTHER, WHY);
        var back = ordered.given(ordered.when(cancel, OFFICER).events());
        back.commandId(new UUID(1, 1).toString()).when(transfer, OFFICER).thenRefused("P6");
    }

    @Test
    void P6_a_split_that_two_people_signed_keeps_no_child_from_going_to_its_mother() {
        var away = family.given(facility("other", FacilityKind.CAMP, 5));
        var signed = signed(away, MOTHER, "other", "P6");
        var gone = signed.given(signed.when(move("other"), OFFICER).events());
        gone.when(
                        new TransferCommand.OrderTransfer(
                                OP,
                                List.of(new Party.Named(placementOf(CHILD), CHILD)),
                                "other",
                                null,
                                WHY),
                        OFFICER)
                .thenAccepted();
    }

    @Test
    void P8_another_section_is_another_decision() {
        var apart =
                open().given(adult(PERSON), adult(FATHER))
                        .given(new KeepApartDeclared(PERSON, FATHER, Confidential.of("dispute")))
                        .given(placed(FATHER, "camp", Basis.VOLUNTARY_SHELTER));
        var one = signed(apart, PERSON, "camp", "P8");
        var ordered = one.given(one.when(shelter(PERSON, "camp"), OFFICER).events());
        UUID placement =
                ordered.own().operation(OP).openPlacement(PERSON).orElseThrow().placementId();
        ordered.when(new AdmitPerson(OP, placement, PERSON, null, null), OFFICER).thenAccepted();
        assertThat(override(ordered, PERSON).usedBy()).isEqualTo(placement);
    }

    @Test
    void P6_who_signed_or_a_placement_officer_revokes_an_override_before_it_is_used() {
        revoke(Actor.human("passer-by"), false).thenRefused("P6");
        signed.when(new RevokeOverride(OP, OVERRIDE, FATHER, true, WHY), ROBOT).thenRefused("S6");
        revoke(Actor.human("passer-by"), true).thenAccepted();
        revoke(OTHER_OFFICER, false).thenAccepted();
        var revoked = signed.given(revoke(OFFICER, false).events());
        revoked.when(prison(FATHER), OFFICER).thenRefused("P6");
        revoked.when(new SignOverride(OP, OVERRIDE, FATHER), OTHER_OFFICER).thenConflict();
        revoked.when(new RevokeOverride(OP, OVERRIDE, FATHER, true, WHY), OFFICER).thenConflict();
    }

    @Test
    void P6_an_override_that_was_used_is_not_revoked() {
        var used = signed.given(signed.when(prison(FATHER), OFFICER).events());
        used.when(new RevokeOverride(OP, OVERRIDE, FATHER, true, WHY), OFFICER).thenConflict();
    }

    private org.orangeline.runtime.scenario.Decided<
                    PlacementCommand, PlacementState, Knowledge, PlacementEvent>
            revoke(Actor actor, boolean placementOfficer) {
        return signed.when(new RevokeOverride(OP, OVERRIDE, FATHER, placementOfficer, WHY), actor);
    }

    private static OrderTransfer move(String facility) {
        return new OrderTransfer(
                OP, List.of(new Party.Named(placementOf(MOTHER), MOTHER)), facility, null, WHY);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> signed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            UUID person,
            String facility,
            String rule) {
        return signed(before, person, facility, rule, OVERRIDE);
    }

    private static Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> signed(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> before,
            UUID person,
            String facility,
            String rule,
            UUID override) {
        return before.by(OFFICER)
                .given(
                        new OverrideRequested(
                                person, override, facility, rule, Confidential.of("court")))
                .by(OTHER_OFFICER)
                .given(new OverrideSigned(person, override, facility, rule, "human:officer"));
    }

    private static RuleOverride override(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now) {
        return override(now, FATHER);
    }

    private static RuleOverride override(
            Scenario<PlacementCommand, PlacementState, Knowledge, PlacementEvent> now,
            UUID person) {
        return now.own().operation(OP).safeguards().overrides(person).getFirst();
    }
}

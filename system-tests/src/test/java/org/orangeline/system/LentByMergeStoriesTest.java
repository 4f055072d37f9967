package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/**
 * One officer's merge lends nobody what another registration was permitted; a second officer's
 * confirmation does (ADR 0035).
 */
@OnTheSharedSystem
class LentByMergeStoriesTest extends PlacementStory {

    private static final String ARABIC = "{\"language\":\"ar\"}";

    LentByMergeStoriesTest(RunningSystem system) {
        super(system, "lent-by-merge");
    }

    @Test
    void P9_one_officers_merge_lends_nobody_an_assessment() {
        receiver("irq-lent", "IRQ");
        UUID heard = arrived(People.man("IRQ"));
        UUID other = arrived(People.man("IRQ"));
        assessed(heard, "irq-lent", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        String placement = placed(other, "camp", Orders.SHELTER);
        String over = "placements/" + placement + "/hand-over";
        String body = "{\"receiver\":\"irq-lent\",\"reason\":\"a request\"}";
        act(officers.placement(), over, body).expectRule(422, "P9");
        String merge = merged(other, heard);
        act(officers.placement(), over, body).expectRule(422, "P9");
        confirmed(merge);
        awaitHandedOver(over, body);
        JsonNode unmerged = unmerged(merge, heard);
        assertThat(unmerged.hasNonNull("mergedInto")).isFalse();
    }

    // Placement-service learns of the confirmation a moment later.
    private void awaitHandedOver(String path, String body) {
        Eventually.holds(
                "the second officer's word counts",
                () -> act(officers.placement(), path, body).status() == 201);
    }

    @Test
    void P4_and_P5_one_officers_merge_lends_nobody_a_finding() {
        UUID found = interned();
        UUID other = arrived(People.woman("SYR"));
        String merge = merged(other, found);
        order(other, "camp", Orders.INTERNMENT).expectRule(422, "P5");
        confirmed(merge);
        Eventually.holds(
                "the second officer's word counts",
                () -> order(other, "camp", Orders.INTERNMENT).status() == 201);
    }

    @Test
    void S4_one_officers_merge_lends_nobody_a_clearance() {
        ObjectNode sick = People.man("SYR");
        sick.putArray("needs").add("MEDICAL_URGENT");
        UUID cleared = arrived(sick);
        UUID other = arrived(sick);
        screening(
                        officers.clinician(),
                        "persons/" + cleared + "/medical-clearance",
                        "{\"clinician\":\"clinic-2\"}")
                .expect(201);
        String merge = merged(other, cleared);
        JsonNode shown =
                emergency.awaitPerson(
                        Service.SCREENING, cleared, one -> one.hasNonNull("mergedInto"));
        assertThat(shown.path("mergedInto").asText()).isEqualTo(other.toString());
        String begin = "persons/" + other + "/screening";
        screening(officers.screener(), begin, ARABIC).expectRule(422, "S4");
        confirmed(merge);
        Eventually.holds(
                "the second officer's word counts",
                () -> screening(officers.screener(), begin, ARABIC).status() == 201);
    }

    @Test
    void P15_one_officers_merge_makes_nobody_a_carer() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        UUID stranger = arrived(People.woman("SYR"));
        String merge = merged(stranger, mother);
        assertThat(emergency.orderTogether("camp", stranger, child).body()).contains("P15");
        confirmed(merge);
        Eventually.holds(
                "the second officer's word counts",
                () ->
                        emergency
                                        .orderTogether("camp", stranger, child)
                                        .json()
                                        .findValuesAsText("placementId")
                                        .size()
                                == 2);
    }

    @Test
    void who_cannot_be_one_person_is_not_merged_and_two_officers_confirm() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child =
                arrived(People.inFamily(People.person("FEMALE", 13, 16, "SYR"), family, "CHILD"));
        UUID man = arrived(People.man("SYR"));
        UUID girl = arrived(People.person("FEMALE", 6, 8, "SYR"));
        UUID woman = arrived(People.woman("SYR"));
        for (List<UUID> two :
                List.of(
                        List.of(mother, child),
                        List.of(child, mother),
                        List.of(man, woman),
                        List.of(woman, girl))) {
            merge(two.getFirst(), two.getLast()).expect(409);
        }
        String merge = merge(woman, mother).expect(201).text("mergeId");
        assertThat(merges("unconfirmed")).contains(merge);
        String confirmation = "merges/" + merge + "/confirmation";
        intake(officers.intake(), confirmation, WHY).expect(409);
        intake(officers.screener(), confirmation, WHY).expect(403);
        intake(officers.intakeToo(), confirmation, WHY).expect(201);
        intake(officers.intakeToo(), confirmation, WHY).expect(409);
        assertThat(merges("unconfirmed")).doesNotContain(merge);
        assertThat(merges("confirmed")).contains(merge);
    }

    private String merges(String status) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "merges?status=" + status).token(officers.intake()))
                .expect(200)
                .body();
    }

    private Answer merge(UUID stays, UUID other) {
        return intake(
                officers.intake(),
                "persons/" + stays + "/merge",
                "{\"otherId\":\"%s\",\"reason\":\"same papers\"}".formatted(other));
    }

    /** Until placement-service has learned of it. */
    private String merged(UUID stays, UUID other) {
        String merge = merge(stays, other).expect(201).text("mergeId");
        JsonNode shown =
                emergency.awaitPerson(
                        Service.PLACEMENT, other, one -> one.hasNonNull("mergedInto"));
        assertThat(shown.path("mergedInto").asText()).isEqualTo(stays.toString());
        return merge;
    }

    private JsonNode unmerged(String merge, UUID other) {
        intake(officers.intake(), "merges/" + merge + "/reversal", WHY).expect(201);
        return emergency.awaitPerson(
                Service.PLACEMENT, other, one -> !one.hasNonNull("mergedInto"));
    }

    private Answer screening(String token, String path, String body) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }
}

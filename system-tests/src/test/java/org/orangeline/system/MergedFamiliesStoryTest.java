package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** P6 where people were registered twice, and where a convoy was planned without the family. */
@OnTheSharedSystem
class MergedFamiliesStoryTest extends PlacementStory {

    private static final String OVER = "{\"receiver\":\"IRQ\",\"reason\":\"asked for\"}";

    MergedFamiliesStoryTest(RunningSystem system) {
        super(system, "merged-families");
    }

    @BeforeEach
    void an_authority() {
        receiver("IRQ", "IRQ");
    }

    @Test
    void P6_a_merge_of_a_childs_record_lets_no_hand_over_and_no_transfer_split_the_family() {
        emergency.facility("other-camp", "CAMP", 50);
        for (boolean stays : List.of(true, false)) {
            String family = UUID.randomUUID().toString();
            UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
            UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
            UUID twice = arrived(People.child("SYR"));
            List<String> placements = placedTogether("camp", mother, child);
            String ofMother = placements.getFirst();
            String ofChild = placements.getLast();
            merge(stays ? child : twice, stays ? twice : child);
            assessed(mother, "NO_SUBSTANTIAL_RISK", officers.reviewer());
            act(officers.placement(), "placements/" + ofMother + "/hand-over", OVER)
                    .expectRule(422, "P6");
            act(officers.placement(), "transfers", transfer(ofMother)).expectRule(422, "P6");
            act(officers.placement(), "transfers", transfer(ofChild)).expectRule(422, "P6");
            act(officers.placement(), "transfers", transfer(ofMother, ofChild)).expect(201);
        }
    }

    @Test
    void P6_a_hand_over_leaves_no_child_that_waits_for_a_place() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("IRQ"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("IRQ"), family, "CHILD"));
        assertThat(emergency.awaitLine(child).has("group")).isTrue();
        order(mother, "camp", Orders.SHELTER).expectRule(422, "P6");
        assertThat(sign(mother, "camp", "P6")).isNotEmpty();
        String placement = placed(mother, "camp", Orders.SHELTER);
        assessed(mother, "NO_SUBSTANTIAL_RISK", officers.reviewer());
        String path = "placements/" + placement + "/hand-over";
        act(officers.placement(), path, OVER).expectRule(422, "P6");
        assertThat(sign(mother, "camp", "P6")).isNotEmpty();
        act(officers.placement(), path, OVER).expect(201);
    }

    @Test
    void P6_a_convoy_that_was_planned_without_the_father_is_cancelled_and_planned_anew() {
        String family = UUID.randomUUID().toString();
        UUID father = arrived(People.inFamily(People.man("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        assertThat(emergency.orderedTogether("camp", father, child)).hasSize(2);
        UUID alone = convoy("camp", child);
        act(officers.registrar(), "convoys/" + alone + "/departure", departure(child))
                .expectRule(422, "P6");
        String path = "convoys/" + alone + "/cancellation";
        Answer cancelled = act(officers.placement(), path, WHY).expect(201);
        assertThat(cancelled.text("convoyId")).isEqualTo(alone.toString());
        assertThat(cancelled.json().has("reason")).isFalse();
        act(officers.placement(), path, WHY).expect(409);
        UUID together = convoy("camp", child, father);
        act(officers.registrar(), "convoys/" + together + "/departure", departure(child, father))
                .expect(201);
        act(officers.placement(), "convoys/" + together + "/cancellation", WHY).expect(409);
        assertThat(read("convoys").body()).contains(together.toString(), alone.toString());
    }

    @Test
    void P9_a_risk_is_lifted_by_another_human_than_who_found_it() {
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        String path = "placements/" + placement + "/hand-over";
        Answer risk = assessed(woman, "RISK", officers.reviewer());
        assertThat(risk.text("risk")).isEqualTo("RISK");
        assertThat(risk.json().has("reason")).isFalse();
        assessed(woman, "NO_SUBSTANTIAL_RISK", officers.reviewer());
        act(officers.placement(), path, OVER).expectRule(422, "P9");
        assessed(woman, "NO_SUBSTANTIAL_RISK", officers.officer("Another Reviewer", Role.REVIEWER));
        act(officers.placement(), path, OVER).expect(201);
    }

    private Answer assessed(UUID person, String risk, String by) {
        return assessed(person, "IRQ", risk, by).expect(201);
    }

    private static String transfer(String... placements) {
        return "{\"placementIds\":[\"%s\"],\"facilityId\":\"other-camp\",\"reason\":\"surgery\"}"
                .formatted(String.join("\",\"", placements));
    }

    /** Until placement-service has learned of it. */
    private void merge(UUID stays, UUID other) {
        merging(stays, other).expect(201);
        JsonNode merged =
                emergency.awaitPerson(
                        Service.PLACEMENT, other, shown -> shown.hasNonNull("mergedInto"));
        assertThat(merged.path("mergedInto").asText()).isEqualTo(stays.toString());
    }
}

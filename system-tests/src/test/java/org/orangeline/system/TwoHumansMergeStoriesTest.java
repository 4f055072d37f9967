package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** Nothing follows from what one officer says of two registrations (ADR 0035). */
@OnTheSharedSystem
class TwoHumansMergeStoriesTest extends PlacementStory {

    private static final String OVER = "{\"receiver\":\"irq-two\",\"reason\":\"a request\"}";

    TwoHumansMergeStoriesTest(RunningSystem system) {
        super(system, "two-humans-merge");
    }

    @Test
    void P9_P5_P15_one_officers_merge_permits_nothing() {
        receiver("irq-two", "IRQ");
        UUID heard = arrived(People.man("IRQ"));
        UUID other = arrived(People.man("IRQ"));
        assessed(heard, "irq-two", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        String placement = placed(other, "camp", Orders.SHELTER);
        String over = "placements/" + placement + "/hand-over";
        UUID found = interned();
        UUID woman = arrived(People.woman("SYR"));
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        UUID stranger = arrived(People.woman("SYR"));
        List<String> merges =
                List.of(asked(other, heard), asked(woman, found), asked(stranger, mother));

        act(officers.placement(), over, OVER).expectRule(422, "P9");
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P5");
        assertThat(emergency.orderTogether("camp", stranger, child).body()).contains("P15");
        intake(
                        officers.intakeToo(),
                        "persons/" + child + "/carers/" + stranger + "/verification",
                        WHY)
                .expect(409);
        assertThat(requested()).contains(merges);

        for (String merge : merges) {
            String confirmation = "merges/" + merge + "/confirmation";
            intake(officers.intake(), confirmation, WHY).expect(409);
            intake(officers.screener(), confirmation, WHY).expect(403);
            intake(officers.intakeToo(), confirmation, WHY).expect(201);
            intake(officers.intakeToo(), confirmation, WHY).expect(409);
        }
        assertThat(requested()).doesNotContain(merges);
        assertThat(placedSoon(woman, "camp", Orders.INTERNMENT)).isNotEmpty();
        Eventually.holds(
                "the assessment is of the same person",
                () -> act(officers.placement(), over, OVER).status() == 201);
    }

    @Test
    void S4_one_officers_merge_lends_nobody_a_clearance_nor_takes_one_away() {
        ObjectNode sick = People.man("SYR");
        sick.putArray("needs").add("MEDICAL_URGENT");
        UUID cleared = arrived(sick);
        UUID other = arrived(sick);
        screening(
                        officers.clinician(),
                        "persons/" + cleared + "/medical-clearance",
                        "{\"clinician\":\"clinic-2\"}")
                .expect(201);
        String merge = asked(other, cleared);
        String begin = "persons/" + other + "/screening";
        screening(officers.screener(), begin, "{\"language\":\"ar\"}").expectRule(422, "S4");
        intake(officers.intakeToo(), "merges/" + merge + "/confirmation", WHY).expect(201);
        emergency.awaitPerson(Service.SCREENING, cleared, one -> one.hasNonNull("mergedInto"));
        String reversal = "merges/" + merge + "/reversal";
        intake(officers.intake(), reversal, WHY).expect(202);
        intake(officers.intake(), reversal, WHY).expect(409);
        screening(officers.screener(), begin, "{\"language\":\"ar\"}").expect(201);
        intake(officers.intakeToo(), reversal, WHY).expect(201);
        emergency.awaitPerson(Service.SCREENING, cleared, one -> !one.hasNonNull("mergedInto"));
    }

    @Test
    void who_cannot_be_one_person_is_not_merged_and_one_officer_drops_a_request() {
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
            emergency.merging(two.getFirst(), two.getLast()).expect(409);
        }
        String merge = asked(woman, mother);
        emergency.merging(officers.intakeToo(), mother, woman).expect(409);
        assertThat(
                        intake(officers.intakeToo(), "merges/" + merge + "/reversal", WHY)
                                .expect(202)
                                .text("status"))
                .isEqualTo("dropped");
        intake(officers.intakeToo(), "merges/" + merge + "/confirmation", WHY).expect(409);
        assertThat(requested()).doesNotContain(merge);
        assertThat(emergency.history(Service.INTAKE, woman).body())
                .contains("MergeRequested", "UnmergeRequested")
                .doesNotContain("PersonsMerged");
    }

    @Test
    void one_officer_says_that_a_merge_is_right_which_somebody_doubted() {
        String merge =
                emergency
                        .merging(arrived(People.man("SYR")), arrived(People.man("SYR")))
                        .expect(201)
                        .text("mergeId");
        String reversal = "merges/" + merge + "/reversal";
        intake(officers.intake(), reversal + "/refusal", WHY).expect(409);
        assertThat(intake(officers.intake(), reversal, WHY).expect(202).text("status"))
                .isEqualTo("reversal-requested");
        assertThat(requested()).contains(merge);
        intake(officers.screener(), reversal + "/refusal", WHY).expect(403);
        intake(officers.machine(Role.INTAKE_OFFICER), reversal + "/refusal", WHY)
                .expectRule(422, "S6");
        intake(officers.intakeToo(), reversal + "/refusal", WHY).expect(201);
        assertThat(requested()).doesNotContain(merge);
        // A doubt begins anew: the first one completes nothing.
        intake(officers.intakeToo(), reversal, WHY).expect(202);
        intake(officers.intakeToo(), reversal, WHY).expect(409);
        assertThat(intake(officers.intake(), reversal, WHY).expect(201).text("status"))
                .isEqualTo("reversed");
    }

    private String asked(UUID stays, UUID other) {
        return emergency.merging(officers.intake(), stays, other).expect(202).text("mergeId");
    }

    private String requested() {
        return emergency
                .intake()
                .settle(emergency.call("GET", "merges").token(officers.intake()))
                .expect(200)
                .body();
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

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One story for each rule P1 to P9: refused with its id, then satisfied and accepted. */
@OnTheSharedSystem
class PlacementStoriesTest extends PlacementStory {

    PlacementStoriesTest(RunningSystem system) {
        super(system, "placing");
    }

    @Test
    void P1_the_last_place_is_given_once_and_more_are_made_by_two_people() {
        emergency.facility("small", "CAMP", 1);
        String unused = emergency.ordered(arrived(People.woman("IRQ")), "small", Orders.SHELTER);
        UUID next = arrived(People.woman("IRQ"));
        order(next, "small", Orders.SHELTER).expectRule(409, "P1");
        String change =
                act(
                                officers.placement(),
                                "facilities/small/capacity-changes",
                                "{\"working\":2,\"certified\":2,\"reason\":\"a tent\"}")
                        .expect(201)
                        .text("changeId");
        String approval = "facilities/small/capacity-changes/" + change + "/approval";
        act(officers.placement(), approval, "").expectRule(422, "P1");
        order(next, "small", Orders.SHELTER).expectRule(409, "P1");
        act(officers.placementToo(), approval, "").expect(201);
        order(next, "small", Orders.SHELTER).expect(201);
    }

    @Test
    void P2_one_open_placement_a_person() {
        UUID woman = arrived(People.woman("SYR"));
        String first = emergency.ordered(woman, "camp", Orders.SHELTER);
        order(woman, "camp", Orders.SHELTER).expectRule(422, "P2");
        act(officers.placement(), "placements/" + first + "/cancellation", WHY).expect(201);
        order(woman, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P3_a_child_never_goes_to_a_prison() {
        UUID boy = arrived(People.person("MALE", 16, 17, "SYR"));
        order(boy, "prison", Orders.CUSTODY).expectRule(422, "P3");
        emergency.facility("centre", "CHILD_CENTRE", 5);
        order(boy, "centre", Orders.SHELTER).expect(201);
    }

    @Test
    void P4_a_prison_needs_a_concluded_fighter_with_a_ground_and_a_reference() {
        UUID man = arrived(People.man("SYR"));
        order(man, "prison", Orders.CUSTODY).expectRule(422, "P4");
        JsonNode unused = emergency.concluded(man, "FIGHTER", "COMMAND_ROLE");
        order(man, "prison", Orders.CUSTODY).expect(201);
    }

    @Test
    void P5_internment_needs_an_individual_security_ground() {
        UUID woman = arrived(People.woman("SYR"));
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P5");
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        order(woman, "camp", Orders.INTERNMENT).expect(201);
    }

    @Test
    void P6_a_family_is_found_together_not_split_and_its_children_follow_a_transfer() {
        String family = UUID.randomUUID().toString();
        UUID father = arrived(People.inFamily(People.man("SYR"), family, "PARENT"));
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID[] children = new UUID[3];
        for (int i = 0; i < children.length; i++) {
            children[i] = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        }
        assertThat(emergency.awaitLine(father).path("group").asText()).isEqualTo("SYRIAN_MEN");
        assertThat(emergency.awaitLine(mother).path("group").asText()).isEqualTo("IS_WOMEN");
        for (UUID member : new UUID[] {father, mother, children[0], children[2]}) {
            assertThat(
                            emergency
                                    .intake()
                                    .settle(
                                            emergency
                                                    .call("GET", "persons/" + member + "/family")
                                                    .token(officers.intake()))
                                    .expect(200)
                                    .body())
                    .contains(mother.toString(), father.toString(), children[1].toString());
        }
        String ofMother = placed(mother, "camp", Orders.SHELTER);
        for (UUID child : children) {
            String unused = placed(child, "camp", Orders.SHELTER);
        }
        JsonNode unused = emergency.concluded(father, "FIGHTER", "CRIMINAL_SUSPICION");
        order(father, "prison", Orders.CUSTODY).expectRule(422, "P6");
        sign(father, "prison", "P6");
        order(father, "prison", Orders.CUSTODY).expect(201);

        emergency.facility("other-camp", "CAMP", 50);
        String move =
                "{\"placementIds\":[\"%s\"],\"facilityId\":\"other-camp\",\"reason\":\"surgery\"}"
                        .formatted(ofMother);
        act(officers.placement(), "transfers", move).expectRule(422, "P6");
        sign(mother, "other-camp", "P6");
        act(officers.placement(), "transfers", move).expect(201);
        for (UUID child : children) {
            JsonNode proposal = emergency.awaitProposal(child);
            assertThat(proposal.path("action").asText()).isEqualTo("TRANSFER");
            assertThat(proposal.path("facilityId").asText()).isEqualTo("other-camp");
        }
    }

    @Test
    void P8_people_to_be_kept_apart_need_another_place_or_two_signatures() {
        UUID one = arrived(People.woman("SYR"));
        UUID other = arrived(People.woman("SYR"));
        act(officers.placement(), "persons/" + one + "/kept-apart/" + other, WHY).expect(201);
        String unused = placed(one, "camp", Orders.SHELTER);
        order(other, "camp", Orders.SHELTER).expectRule(422, "P8");
        sign(other, "camp", "P8");
        order(other, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P6_an_override_allows_one_decision_and_can_be_revoked_before() {
        String family = UUID.randomUUID().toString();
        UUID father = arrived(People.inFamily(People.man("SYR"), family, "PARENT"));
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        String unused = placed(mother, "camp", Orders.SHELTER);
        JsonNode proposal = emergency.concluded(father, "FIGHTER", "CRIMINAL_SUSPICION");
        assertThat(proposal.path("facilityKind").asText()).isEqualTo("PRISON");

        String revoked = sign(father, "prison", "P6");
        String revocation = "persons/" + father + "/overrides/" + revoked + "/revocation";
        act(officers.coordinator(), revocation, WHY).expectRule(422, "P6");
        act(officers.reviewer(), revocation, WHY).expect(201);
        order(father, "prison", Orders.CUSTODY).expectRule(422, "P6");

        String used = sign(father, "prison", "P6");
        String placement = emergency.ordered(father, "prison", Orders.CUSTODY);
        act(officers.placement(), "persons/" + father + "/overrides/" + used + "/revocation", WHY)
                .expect(409);
        act(officers.placement(), "placements/" + placement + "/cancellation", WHY).expect(201);
        order(father, "prison", Orders.CUSTODY).expectRule(422, "P6");
        assertThat(read("persons/" + father).json().path("overrides").findValuesAsText("status"))
                .containsExactly("REVOKED", "SPENT");
    }

    @Test
    void P6_a_convoy_takes_no_mother_from_her_child() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        // She is not ordered away while the child waits in the line.
        order(mother, "camp", Orders.SHELTER).expectRule(422, "P6");
        String ofChild = emergency.orderedTogether("camp", mother, child).getLast();
        String convoy = "convoys/" + convoy("camp", mother, child);
        act(officers.registrar(), convoy + "/departure", departure(mother)).expectRule(422, "P6");
        act(officers.registrar(), convoy + "/departure", departure(child)).expectRule(422, "P6");
        act(officers.registrar(), convoy + "/departure", departure(mother, child)).expect(201);
        // The mother is missing at the other end: her child is questioned at once.
        act(
                        officers.otherRegistrar(),
                        convoy + "/arrival",
                        "{\"missing\":[\"" + mother + "\"],\"escort\":\"e-1\"}")
                .expect(201);
        assertThat(questioned(child)).containsExactlyInAnyOrder("P6", "P15");
        settledByTwo(child, ofChild, "P6");
    }

    @Test
    void P6_a_convoy_goes_without_the_child_where_two_people_signed() {
        String family = UUID.randomUUID().toString();
        UUID mother = arrived(People.inFamily(People.woman("SYR"), family, "PARENT"));
        UUID child = arrived(People.inFamily(People.child("SYR"), family, "CHILD"));
        assertThat(emergency.orderedTogether("camp", mother, child)).doesNotHaveDuplicates();
        String convoy = "convoys/" + convoy("camp", mother, child);
        act(officers.registrar(), convoy + "/departure", departure(mother)).expectRule(422, "P6");
        String signed = sign(mother, "camp", "P6");
        assertThat(signed).isNotEmpty();
        act(officers.registrar(), convoy + "/departure", departure(mother)).expect(201);
    }

    @Test
    void P7_a_section_takes_whom_it_declares() {
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/annex")
                                .token(officers.placement())
                                .json(
                                        """
                                        {"name":"Annex","kind":"CAMP","capacity":9,"sections":[
                                        {"sectionId":"women","name":"Women","capacity":9,
                                        "admits":{"sexes":["FEMALE"]}}]}\
                                        """))
                .expect(201);
        UUID man = arrived(People.man("IRQ"));
        ObjectNode order = Orders.of(man, "annex", Orders.SHELTER).put("section", "women");
        act(officers.placement(), "placements", order.toString()).expectRule(422, "P7");
        UUID woman = arrived(People.woman("IRQ"));
        order(woman, "annex", Orders.SHELTER).expect(201);
        assertThat(read("persons/" + woman).json().at("/placement/section").asText())
                .isEqualTo("women");
    }

    @Test
    void P7_a_section_holds_no_woman_with_unrelated_men_unless_it_has_quarters_for_families() {
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "facilities/quarters")
                                .token(officers.placement())
                                .json(
                                        """
                                        {"name":"Quarters","kind":"CAMP","capacity":30,"sections":[
                                        {"sectionId":"a","name":"A","capacity":9},
                                        {"sectionId":"b","name":"B","capacity":8},
                                        {"sectionId":"f","name":"F","capacity":7,"family":true}]}\
                                        """))
                .expect(201);
        UUID man = arrived(People.man("SYR"));
        UUID woman = arrived(People.woman("SYR"));
        inSection(man, "a").expect(201);
        inSection(woman, "a").expectRule(422, "P7");
        inSection(woman, "b").expect(201);
        String family = UUID.randomUUID().toString();
        UUID father = arrived(People.inFamily(People.man("IRQ"), family, "PARENT"));
        UUID mother = arrived(People.inFamily(People.woman("IRQ"), family, "PARENT"));
        inSection(father, "f").expect(201);
        inSection(arrived(People.woman("SYR")), "f").expectRule(422, "P7");
        inSection(mother, "f").expect(201);
    }

    private Answer inSection(UUID person, String section) {
        ObjectNode order = Orders.of(person, "quarters", Orders.SHELTER).put("section", section);
        return act(officers.placement(), "placements", order.toString());
    }

    @Test
    void P9_a_hand_over_needs_an_assessment_of_the_receiver() {
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        String over = "{\"receiver\":\"IRQ\",\"reason\":\"asked for\"}";
        act(officers.placement(), "placements/" + placement + "/hand-over", over)
                .expectRule(422, "P9");
        receiver("IRQ", "IRQ");
        assessed(woman, "IRQ", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        act(officers.placement(), "placements/" + placement + "/hand-over", over).expect(201);
    }

    @Test
    void P9_an_assessment_is_relied_on_for_as_long_as_the_profile_says() {
        // Who arrives after a change is known to placement-service after the change is.
        profileOfTwo("assessmentGoodFor", "PT0S");
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        receiver("IRQ", "IRQ");
        assessed(woman, "IRQ", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        String over = "{\"receiver\":\"IRQ\",\"reason\":\"asked for\"}";
        act(officers.placement(), "placements/" + placement + "/hand-over", over)
                .expectRule(422, "P9");
        profileOfTwo("assessmentGoodFor", "P30D");
        UUID later = arrived(People.woman("IRQ"));
        assertThat(later).isNotEqualTo(woman);
        act(officers.placement(), "placements/" + placement + "/hand-over", over).expect(201);
    }
}

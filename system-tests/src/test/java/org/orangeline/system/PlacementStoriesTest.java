package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.orangeline.events.Service;

/** One story for each rule P1 to P14: refused with its id, then satisfied and accepted. */
@ExtendWith(Shared.class)
class PlacementStoriesTest {

    private static final String WHY = "{\"reason\":\"for a reason\"}";

    private final Emergency emergency;
    private final Officers officers;

    PlacementStoriesTest(RunningSystem system) {
        this.emergency = Emergency.opened(system, "placing");
        this.officers = emergency.officers();
    }

    @BeforeEach
    void facilities() {
        emergency.facility("camp", "CAMP", 50);
        emergency.facility("prison", "PRISON", 50);
    }

    private UUID arrived(ObjectNode form) {
        UUID person = emergency.arrived(form);
        emergency.awaitPlaceable(person);
        return person;
    }

    private UUID fighter(ObjectNode form) {
        UUID person = arrived(form);
        JsonNode unused = emergency.concluded(person, "FIGHTER", "DIRECT_PARTICIPATION");
        return person;
    }

    private Answer order(UUID person, String facility, String basis) {
        return emergency.placement().settle(emergency.order(person, facility, basis));
    }

    private String placed(UUID person, String facility, String basis) {
        String placement = emergency.ordered(person, facility, basis);
        act(officers.registrar(), "placements/" + placement + "/admission", "{}").expect(201);
        return placement;
    }

    private Answer act(String token, String path, String body) {
        return emergency
                .placement()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    private Answer read(String path) {
        return emergency
                .placement()
                .settle(emergency.call("GET", path).token(officers.coordinator()))
                .expect(200);
    }

    private void sign(UUID person, String facility, String rule) {
        String body =
                "{\"facilityId\":\"%s\",\"rule\":\"%s\",\"reason\":\"court\"}"
                        .formatted(facility, rule);
        String id =
                act(officers.placement(), "persons/" + person + "/overrides", body)
                        .expect(201)
                        .text("overrideId");
        String sign = "persons/" + person + "/overrides/" + id + "/signature";
        act(officers.placement(), sign, "").expectRule(422, rule);
        act(officers.reviewer(), sign, "").expect(201);
    }

    private UUID interned() {
        UUID woman = arrived(People.woman("SYR"));
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        return woman;
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
        order(boy, "camp", Orders.SHELTER).expect(201);
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
    void P9_a_hand_over_needs_an_assessment_of_the_receiver() {
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        String over = "{\"receiver\":\"IRQ\",\"reason\":\"asked for\"}";
        act(officers.placement(), "placements/" + placement + "/hand-over", over)
                .expectRule(422, "P9");
        act(
                        officers.reviewer(),
                        "persons/" + woman + "/non-refoulement",
                        "{\"receiver\":\"IRQ\",\"risk\":\"NO_SUBSTANTIAL_RISK\",\"reason\":\"file 7\"}")
                .expect(201);
        act(officers.placement(), "placements/" + placement + "/hand-over", over).expect(201);
    }

    @Test
    void P10_P11_P12_duties_start_with_the_placement_and_end_when_done() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        assertThat(duties(woman))
                .containsExactlyInAnyOrder("REVIEW", "REASONS", "CARD", "BUREAU_NOTICE");
        String at = "placements/" + placement + "/";
        act(officers.registrar(), at + "reasons", "{\"language\":\"ar\"}").expect(201);
        act(officers.registrar(), at + "card", "{\"cardNumber\":\"C-1\"}").expect(201);
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-1\"}").expect(201);
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-2\"}").expect(409);
        assertThat(duties(woman)).containsExactly("REVIEW");
        String before = read("persons/" + woman).json().at("/duties/0/due").asText();
        act(
                        officers.reviewer(),
                        at + "review",
                        "{\"outcome\":\"CONTINUE\",\"members\":[\"r-1\"],\"reason\":\"it stands\"}")
                .expect(201);
        assertThat(read("persons/" + woman).json().at("/duties/0/due").asText())
                .isGreaterThan(before);
    }

    private java.util.List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    @Test
    void P13_a_concluded_civilian_is_proposed_for_release_and_never_detained() {
        UUID man = arrived(People.man("SYR"));
        assertThat(emergency.concluded(man, "CIVILIAN", "NO_INDICATION").path("action").asText())
                .isEqualTo("RELEASE");
        order(man, "camp", Orders.INTERNMENT).expectRule(422, "P13");
        order(man, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P14_a_later_fact_questions_a_placement_until_a_human_settles_it() {
        UUID man = fighter(People.man("SYR"));
        String placement = placed(man, "prison", Orders.CUSTODY);
        Answer unused =
                emergency.corrected(
                        man, "{\"age\":{\"min\":15,\"max\":16},\"reason\":\"a certificate\"}");
        JsonNode shown =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        man,
                        person -> person.at("/placement/questioned").size() > 0);
        assertThat(shown.at("/placement/questioned").toString()).contains("P3");
        assertThat(read("questions").body()).contains(placement);
        act(
                        officers.reviewer(),
                        "placements/" + placement + "/settlement",
                        "{\"rules\":[\"P3\"],\"reason\":\"is brought to a child centre\"}")
                .expect(201);
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    @Test
    void a_convoy_with_one_person_missing_a_birth_and_what_was_known_before() {
        UUID mother = interned();
        UUID other = arrived(People.woman("SYR"));
        String first = emergency.ordered(mother, "camp", Orders.INTERNMENT);
        String second = emergency.ordered(other, "camp", Orders.SHELTER);
        String before = java.time.Instant.now().toString();
        UUID convoy = UUID.randomUUID();
        String both = "[\"%s\",\"%s\"]".formatted(mother, other);
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "convoys/" + convoy)
                                .token(officers.placement())
                                .json("{\"facilityId\":\"camp\",\"personIds\":" + both + "}"))
                .expect(201);
        act(
                        officers.registrar(),
                        "convoys/" + convoy + "/departure",
                        "{\"personIds\":%s,\"escort\":\"e-1\",\"departedAt\":\"2019-03-12T04:30:00Z\"}"
                                .formatted(both))
                .expect(201);
        String arrival = "{\"missing\":[\"" + other + "\"],\"escort\":\"e-1\"}";
        act(officers.registrar(), "convoys/" + convoy + "/arrival", arrival).expect(409);
        act(officers.otherRegistrar(), "convoys/" + convoy + "/arrival", arrival).expect(201);
        assertThat(read("persons/" + other).json().at("/placement/missingFrom").asText())
                .isEqualTo(convoy.toString());
        assertThat(read("persons/" + mother).json().at("/placement/status").asText())
                .isEqualTo("placed");
        assertThat(
                        read("persons/" + mother + "?asOf=" + before)
                                .json()
                                .at("/placement/status")
                                .asText())
                .isEqualTo("ordered");
        UUID child = UUID.randomUUID();
        emergency
                .placement()
                .settle(
                        emergency
                                .call("PUT", "placements/" + first + "/births/" + child)
                                .token(officers.registrar())
                                .json("{\"bornAt\":\"2019-03-12T04:30:00Z\",\"sex\":\"FEMALE\"}"))
                .expect(201);
        JsonNode newborn =
                emergency.awaitPerson(
                        Service.PLACEMENT, child, shown -> shown.hasNonNull("registrationNumber"));
        assertThat(newborn.at("/placement/accompanies").asText()).isEqualTo(mother.toString());
        assertThat(second).isNotEmpty();
    }

    @Test
    void lists_come_as_csv_and_counts_add_up() {
        String unused = emergency.ordered(arrived(People.woman("IRQ")), "camp", Orders.SHELTER);
        Answer csv = read("placements?format=csv&facility=camp");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\uFEFFplacementId,personId,registrationNumber");
        assertThat(csv.body().lines()).hasSize(2);
        for (JsonNode count : read("counts").json()) {
            if (count.path("what").asText().equals("facility")) {
                assertThat(count.path("count").asInt()).isEqualTo(1);
            }
        }
        assertThat(read("counts").json().findValuesAsText("what")).contains("facility", "basis");
        assertThat(read("flow").json().findValuesAsText("event")).contains("PlacementOrdered");
    }
}

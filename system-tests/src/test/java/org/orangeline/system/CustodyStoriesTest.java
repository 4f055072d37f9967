package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** One story for each rule P10 to P14: refused with its id, then satisfied and accepted. */
@OnTheSharedSystem
class CustodyStoriesTest extends PlacementStory {

    private static final String REVIEW =
            "{\"outcome\":\"CONTINUE\",\"members\":[\"r-1\"],\"reason\":\"it stands\"}";

    CustodyStoriesTest(RunningSystem system) {
        super(system, "custody");
    }

    @Test
    void P10_P11_P12_duties_start_with_the_placement_and_end_when_done() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        assertThat(duties(woman))
                .containsExactlyInAnyOrder("REVIEW", "REASONS", "CARD", "BUREAU_NOTICE");
        String at = "placements/" + placement + "/";
        String reasons = "{\"language\":\"ar\",\"interpreter\":\"i-3\"}";
        act(officers.registrar(), at + "reasons", reasons).expect(201);
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

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    @Test
    void P10_P12_a_legal_profile_is_never_laxer_than_the_treaties() {
        profile("reviewEvery", "P7M").expectRule(422, "P10");
        profile("cardWithin", "P8D").expectRule(422, "P12");
        profile("bureauNoticeWithin", "P15D").expectRule(422, "P12");
        profile("reviewEvery", "P3M").expect(201);
        profile("cardWithin", "P1D").expect(201);
        profile("bureauNoticeWithin", "P2D").expect(201);
    }

    @Test
    void P10_a_review_is_of_detention_and_by_somebody_else_than_who_ordered_it() {
        UUID sheltered = arrived(People.woman("IRQ"));
        String shelter = placed(sheltered, "camp", Orders.SHELTER);
        act(officers.reviewer(), "placements/" + shelter + "/review", REVIEW)
                .expectRule(422, "P10");
        String both = officers.officer("Zilan Demir", Role.PLACEMENT_OFFICER, Role.REVIEWER);
        UUID woman = interned();
        String placement =
                act(both, "placements", Orders.of(woman, "camp", Orders.INTERNMENT).toString())
                        .expect(201)
                        .text("placementId");
        act(both, "placements/" + placement + "/review", REVIEW).expectRule(422, "P10");
        act(officers.reviewer(), "placements/" + placement + "/review", REVIEW).expect(201);
    }

    @Test
    void P11_reasons_are_told_in_a_language_that_the_person_understands() {
        String placement = placed(interned(), "camp", Orders.INTERNMENT);
        String reasons = "placements/" + placement + "/reasons";
        act(officers.registrar(), reasons, "{\"interpreter\":\"i-3\"}").expectRule(422, "P11");
        act(officers.registrar(), reasons, "{\"language\":\"ar\"}").expectRule(422, "P11");
        act(officers.registrar(), reasons, "{\"language\":\"ar\",\"sharedLanguage\":true}")
                .expect(201);
    }

    @Test
    void P12_a_card_and_a_notice_wait_for_the_arrival_in_a_place() {
        String placement = emergency.ordered(interned(), "camp", Orders.INTERNMENT);
        String at = "placements/" + placement + "/";
        act(officers.registrar(), at + "card", "{\"cardNumber\":\"C-1\"}").expectRule(422, "P12");
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-1\"}")
                .expectRule(422, "P12");
        act(officers.registrar(), at + "admission", "{}").expect(201);
        act(officers.registrar(), at + "card", "{\"cardNumber\":\"C-1\"}").expect(201);
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-1\"}").expect(201);
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
    void P13_a_civilian_who_is_held_is_questioned_proposed_for_release_and_never_detained_again() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        reopened(woman);
        awaitQuestioned(woman, "P5");
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                officers.screener(), woman, "CIVILIAN", "NO_INDICATION"))
                .expect(201);
        emergency.screening().settle(emergency.conclusion(officers.approver(), woman)).expect(201);
        awaitQuestioned(woman, "P13");
        JsonNode proposed =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        woman,
                        shown -> shown.at("/proposal/action").asText().equals("RELEASE"));
        assertThat(proposed.at("/proposal/because").toString()).contains("P13");
        act(officers.registrar(), "placements/" + placement + "/release", WHY).expect(201);
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P13");
        order(woman, "camp", Orders.SHELTER).expect(201);
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
        // Whatever made it look again has looked by now: what comes later is the marker.
        UUID later = fighter(People.man("SYR"));
        assertThat(placed(later, "prison", Orders.CUSTODY)).isNotEqualTo(placement);
        assertThat(read("questions").body()).doesNotContain(placement);
    }

    @Test
    void P14_a_screening_that_is_reopened_questions_who_is_held_on_it() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        reopened(woman);
        awaitQuestioned(woman, "P5");
        staysUntilSettled(woman, placement, "P5");
    }

    @Test
    void P14_consent_that_is_withdrawn_questions_the_shelter_at_once() {
        UUID woman = arrived(People.woman("IRQ"));
        String placement = placed(woman, "camp", Orders.SHELTER);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/consent-withdrawal",
                        "{\"note\":\"wants to go to relatives\"}")
                .expect(201);
        assertThat(questioned(woman)).containsExactly("P5");
        staysUntilSettled(woman, placement, "P5");
    }

    @Test
    void P14_a_capacity_that_is_cut_questions_who_came_last_at_once() {
        emergency.facility("tents", "CAMP", 2);
        UUID first = arrived(People.woman("IRQ"));
        UUID last = arrived(People.woman("IRQ"));
        String stays = placed(first, "tents", Orders.SHELTER);
        String placement = placed(last, "tents", Orders.SHELTER);
        String changes = "facilities/tents/capacity-changes";
        String change =
                act(
                                officers.placement(),
                                changes,
                                "{\"working\":1,\"certified\":2,\"reason\":\"a storm\"}")
                        .expect(201)
                        .text("changeId");
        act(officers.placementToo(), changes + "/" + change + "/approval", "").expect(201);
        assertThat(questioned(last)).containsExactly("P1");
        assertThat(read("questions").body()).doesNotContain(stays);
        staysUntilSettled(last, placement, "P1");
    }

    @Test
    void P14_a_merge_of_two_who_are_placed_questions_both() {
        UUID one = arrived(People.woman("SYR"));
        UUID other = arrived(People.woman("SYR"));
        String first = placed(one, "camp", Orders.SHELTER);
        String second = placed(other, "camp", Orders.SHELTER);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + one + "/merge")
                                .token(officers.intake())
                                .key(UUID.randomUUID().toString())
                                .json(
                                        "{\"otherId\":\"%s\",\"reason\":\"same papers\"}"
                                                .formatted(other)))
                .expect(201);
        awaitQuestioned(one, "P2");
        assertThat(read("questions").body()).contains(first, second);
        staysUntilSettled(one, first, "P2");
    }

    private void reopened(UUID person) {
        emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/reopening")
                                .token(officers.approver())
                                .key(UUID.randomUUID().toString())
                                .json("{\"reason\":\"a witness came\"}"))
                .expect(201);
    }

    /** It is listed until a named human settles it, and is in the history with the rule's id. */
    private void staysUntilSettled(UUID person, String placement, String rule) {
        String body = "{\"rules\":[\"%s\"],\"reason\":\"it is seen to\"}".formatted(rule);
        String settlement = "placements/" + placement + "/settlement";
        assertThat(read("questions").body()).contains(placement);
        act(officers.machine(Role.REVIEWER), settlement, body).expectRule(422, "S6");
        assertThat(questioned(person)).contains(rule);
        act(officers.reviewer(), settlement, body).expect(201);
        assertThat(questioned(person)).doesNotContain(rule);
        assertThat(read("questions").body()).doesNotContain(placement);
        assertThat(emergency.history(Service.PLACEMENT, person).body())
                .contains("PlacementQuestioned", "QuestionSettled", rule);
    }

    @Test
    void a_convoy_with_one_person_missing_a_birth_and_what_was_known_before() {
        UUID mother = interned();
        UUID other = arrived(People.woman("SYR"));
        String first = emergency.ordered(mother, "camp", Orders.INTERNMENT);
        String second = emergency.ordered(other, "camp", Orders.SHELTER);
        String before = Instant.now().toString();
        UUID convoy = convoy("camp", mother, other);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(mother, other))
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
                                .json(birth(Instant.now())))
                .expect(201);
        JsonNode newborn =
                emergency.awaitPerson(
                        Service.PLACEMENT, child, shown -> shown.hasNonNull("registrationNumber"));
        assertThat(newborn.at("/placement/accompanies").asText()).isEqualTo(mother.toString());
        assertThat(second).isNotEmpty();
        // It is in the history of both.
        assertThat(emergency.history(Service.PLACEMENT, mother).body()).contains("BornInCustody");
        assertThat(emergency.history(Service.PLACEMENT, child).body()).contains("BornInCustody");
    }

    @Test
    void a_time_that_cannot_have_been_so_is_refused_with_a_sentence() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        String longAgo = "2019-01-01T00:00:00Z";
        Answer death =
                act(
                        officers.registrar(),
                        "placements/" + placement + "/death",
                        "{\"diedAt\":\"%s\",\"circumstances\":\"of wounds\"}".formatted(longAgo));
        assertThat(death.expectProblem(422).text("detail")).contains("diedAt", "custody");
        Answer born =
                emergency
                        .placement()
                        .settle(
                                emergency
                                        .call(
                                                "PUT",
                                                "placements/"
                                                        + placement
                                                        + "/births/"
                                                        + UUID.randomUUID())
                                        .token(officers.registrar())
                                        .json(birth(Instant.parse(longAgo))));
        assertThat(born.expectProblem(422).text("detail")).contains("bornAt", "ordered");
        act(
                        officers.registrar(),
                        "placements/" + placement + "/escape",
                        "{\"noticedAt\":\"%s\",\"note\":\"the fence\"}".formatted(longAgo))
                .expectProblem(422);
        UUID other = arrived(People.woman("SYR"));
        String unused = emergency.ordered(other, "camp", Orders.SHELTER);
        String convoy = "convoys/" + convoy("camp", other);
        act(
                        officers.registrar(),
                        convoy + "/departure",
                        "{\"personIds\":[\"%s\"],\"escort\":\"e-1\",\"departedAt\":\"%s\"}"
                                .formatted(other, longAgo))
                .expectProblem(422);
        act(officers.registrar(), convoy + "/departure", departure(other)).expect(201);
    }

    private static String birth(Instant at) {
        return "{\"bornAt\":\"%s\",\"sex\":\"FEMALE\"}".formatted(at);
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

    @Test
    void every_list_is_there_as_csv_by_parameter_and_by_accept() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        assertThat(placement).isNotEmpty();
        for (String list :
                List.of(
                        "facilities",
                        "proposals",
                        "placements",
                        "questions",
                        "duties",
                        "convoys",
                        "capacity-changes",
                        "counts",
                        "flow",
                        "persons/" + woman + "/history")) {
            Call call = emergency.call("GET", list).token(officers.coordinator());
            Answer byParameter =
                    emergency
                            .placement()
                            .settle(emergency.call("GET", list + "?format=csv").token(call.token()))
                            .expect(200);
            Answer byAccept =
                    emergency.placement().settle(call.header("Accept", "text/csv")).expect(200);
            Answer json = emergency.placement().settle(call).expect(200);
            for (Answer csv : List.of(byParameter, byAccept)) {
                assertThat(csv.header("Content-Type")).as(list).startsWith("text/csv");
                assertThat(csv.body()).as(list).startsWith("\uFEFF");
            }
            assertThat(byAccept.body()).as(list).isEqualTo(byParameter.body());
            assertThat(json.header("Content-Type")).as(list).startsWith("application/json");
        }
    }
}

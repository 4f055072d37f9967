package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** One story for each rule P10 to P13: refused with its id, then satisfied and accepted. */
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
        profile("firstReviewWithin", "P366D").expectRule(422, "P10");
        profile("questionWithin", "P3D").expectRule(422, "P14");
        profile("releaseWithin", "P2D").expectRule(422, "P19");
        profileOfTwo("reviewEvery", "P3M");
        profileOfTwo("cardWithin", "P1D");
        profileOfTwo("bureauNoticeWithin", "P2D");
    }

    @Test
    void P10_two_humans_change_a_profile_and_what_runs_keeps_the_stricter_limit() {
        UUID woman = interned();
        assertThat(placed(woman, "camp", Orders.INTERNMENT)).isNotEmpty();
        String change = profile("firstReviewWithin", "PT24H").expect(202).text("changeId");
        String approval = "legal-profile/changes/" + change + "/approval";
        String due = due(woman);
        onIntake(officers.coordinator(), approval).expectRule(422, "S6");
        onIntake(officers.machine(Role.COORDINATOR), approval).expectRule(422, "S6");
        onIntake(officers.reviewer(), approval).expect(201);
        Eventually.holds("the review is due earlier", () -> due(woman).compareTo(due) < 0);
        String stricter = due(woman);
        profileOfTwo("firstReviewWithin", "PT72H");
        // Who arrives after a change is known to placement-service after the change is.
        UUID later = interned();
        assertThat(placed(later, "camp", Orders.INTERNMENT)).isNotEmpty();
        assertThat(due(woman)).isEqualTo(stricter);
        assertThat(due(later)).isGreaterThan(stricter);
    }

    private String due(UUID person) {
        return read("persons/" + person).json().at("/placement/reviewDue").asText();
    }

    private Answer onIntake(String token, String path) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(WHY));
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
    void P12_a_card_and_a_notice_of_the_place_wait_for_the_arrival_there() {
        String placement = emergency.ordered(interned(), "camp", Orders.INTERNMENT);
        String at = "placements/" + placement + "/";
        act(officers.registrar(), at + "card", "{\"cardNumber\":\"C-1\"}").expectRule(422, "P12");
        // The bureau is told of the custody, which began in the line, and then of the place.
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-0\"}").expect(201);
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
        concludedAgain(woman, "CIVILIAN", "NO_INDICATION");
        awaitQuestioned(woman, "P13");
        JsonNode proposed =
                emergency.awaitPerson(
                        Service.PLACEMENT,
                        woman,
                        shown -> shown.at("/proposal/action").asText().equals("RELEASE"));
        assertThat(proposed.at("/proposal/because").toString()).contains("P13");
        act(officers.registrar(), "placements/" + placement + "/release", FREE).expect(201);
        order(woman, "camp", Orders.INTERNMENT).expectRule(422, "P13");
        order(woman, "camp", Orders.SHELTER).expect(201);
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

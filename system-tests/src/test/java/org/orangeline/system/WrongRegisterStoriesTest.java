package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** P14 and P16 to P18: what already is so, and what the register has wrong. */
@OnTheSharedSystem
class WrongRegisterStoriesTest extends PlacementStory {

    WrongRegisterStoriesTest(RunningSystem system) {
        super(system, "wrong-register");
    }

    @Test
    void P16_a_boy_in_a_cell_is_recorded_questioned_and_under_every_clock() {
        UUID boy = arrived(People.child("SYR"));
        order(boy, "prison", Orders.SHELTER).expectRule(422, "P3");
        assertThat(emergency.facilityNow("prison").path("present").asInt()).isZero();
        String since = Instant.now().minus(2, ChronoUnit.DAYS).toString();
        String body =
                """
                {"personId":"%s","since":"%s","reason":"roll check of the cells"}\
                """
                        .formatted(boy, since);
        Answer found =
                act(officers.registrar(), "facilities/prison/found-inside", body).expect(201);
        assertThat(found.json().path("questioned").toString()).contains("P3", "P4");
        act(officers.registrar(), "facilities/prison/found-inside", body).expect(409);
        var person = read("persons/" + boy).json();
        assertThat(person.at("/placement/status").asText()).isEqualTo("placed");
        assertThat(Instant.parse(person.at("/placement/custodySince").asText()))
                .isEqualTo(Instant.parse(since));
        assertThat(duties(boy))
                .containsExactlyInAnyOrder("REVIEW", "REASONS", "CARD", "BUREAU_NOTICE");
        JsonNode prison = emergency.facilityNow("prison");
        assertThat(prison.path("present").asInt()).isEqualTo(1);
        assertThat(prison.path("free").asInt()).isEqualTo(49);
        assertThat(questioned(boy)).doesNotContain("P1");
    }

    @Test
    void P16_P1_who_is_found_in_a_full_cell_is_counted_over_its_capacity() {
        emergency.facility("cell", "PRISON", 1);
        UUID man = arrived(People.man("SYR"));
        UUID boy = arrived(People.child("SYR"));
        assertThat(foundIn("cell", man)).doesNotContain("P1");
        JsonNode full = emergency.facilityNow("cell");
        assertThat(full.path("present").asInt()).isEqualTo(1);
        assertThat(full.path("free").asInt()).isZero();
        assertThat(foundIn("cell", boy)).contains("P1", "P3");
        assertThat(emergency.facilityNow("cell").path("present").asInt()).isEqualTo(2);
        String placement = read("persons/" + boy).json().at("/placement/placementId").asText();
        assertThat(read("questions").body()).contains(placement);
        // Two humans may settle that the cell is too full, and nobody that a child is in it.
        String settlement = "placements/" + placement + "/settlement";
        String words = "{\"rules\":[\"%s\"],\"reason\":\"until the morning\"}";
        act(officers.reviewer(), settlement, words.formatted("P3")).expectRule(422, "P3");
        act(officers.reviewer(), settlement, words.formatted("P1")).expect(202);
        act(officers.placement(), settlement, words.formatted("P1")).expect(201);
        assertThat(questioned(boy)).contains("P3").doesNotContain("P1");
    }

    private List<String> foundIn(String facility, UUID person) {
        String found =
                "{\"personId\":\"%s\",\"reason\":\"roll check of the cells\"}".formatted(person);
        return act(officers.registrar(), "facilities/" + facility + "/found-inside", found)
                .expect(201)
                .texts("questioned");
    }

    @Test
    void P10_who_is_taken_again_is_first_reviewed_from_the_beginning_of_that_custody() {
        UUID woman = arrived(People.woman("SYR"));
        Instant first = Instant.now().minus(20, ChronoUnit.DAYS);
        insideSince(woman, first);
        JsonNode held = read("persons/" + woman).json().path("placement");
        assertThat(Instant.parse(held.path("custodySince").asText())).isEqualTo(first);
        assertThat(Instant.parse(held.path("reviewDue").asText())).isBefore(Instant.now());
        act(
                        officers.registrar(),
                        "placements/" + held.path("placementId").asText() + "/escape",
                        "{\"noticedAt\":\"" + Instant.now() + "\",\"note\":\"the fence\"}")
                .expect(201);
        Instant again = Instant.now();
        insideSince(woman, again);
        JsonNode taken = read("persons/" + woman).json().path("placement");
        assertThat(Instant.parse(taken.path("custodySince").asText())).isEqualTo(again);
        assertThat(Instant.parse(taken.path("reviewDue").asText()))
                .isEqualTo(again.plus(72, ChronoUnit.HOURS));
    }

    private void insideSince(UUID person, Instant since) {
        String found =
                "{\"personId\":\"%s\",\"since\":\"%s\",\"reason\":\"roll check\"}"
                        .formatted(person, since);
        act(officers.registrar(), "facilities/prison/found-inside", found).expect(201);
    }

    @Test
    void P17_who_did_not_arrive_is_missing_until_found_and_has_an_inquiry_and_a_notice() {
        UUID woman = interned();
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        UUID convoy = convoy("camp", woman);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(woman)).expect(201);
        act(
                        officers.otherRegistrar(),
                        "convoys/" + convoy + "/arrival",
                        "{\"missing\":[\"" + woman + "\"],\"escort\":\"e-1\"}")
                .expect(201);
        assertThat(read("persons/" + woman).json().at("/placement/status").asText())
                .isEqualTo("missing");
        assertThat(duties(woman)).contains("INQUIRY", "BUREAU_NOTICE");
        String at = "placements/" + placement + "/";
        act(officers.placement(), at + "cancellation", "{\"reason\":\"gone\"}")
                .expectRule(422, "P17");
        act(officers.registrar(), at + "bureau-notice", "{\"noticeNumber\":\"N-1\"}").expect(201);
        act(officers.registrar(), at + "inquiry", "{\"inquiryNumber\":\"I-1\"}").expect(201);
        act(officers.registrar(), at + "inquiry", "{\"inquiryNumber\":\"I-2\"}").expect(409);
        assertThat(duties(woman)).doesNotContain("INQUIRY", "BUREAU_NOTICE");
        act(
                        officers.registrar(),
                        at + "found",
                        "{\"foundAt\":\"" + Instant.now() + "\",\"note\":\"at the checkpoint\"}")
                .expect(201);
        assertThat(read("persons/" + woman).json().at("/placement/status").asText())
                .isEqualTo("ordered");
        act(officers.registrar(), at + "admission", "{}").expect(201);
        act(
                        officers.registrar(),
                        at + "missing",
                        "{\"since\":\"" + Instant.now() + "\",\"note\":\"not at the roll check\"}")
                .expect(201);
        act(officers.placement(), at + "release", "{\"kind\":\"OWN_WAY\",\"reason\":\"court\"}")
                .expectRule(422, "P17");
    }

    @Test
    void P17_a_death_on_the_road_is_recorded() {
        UUID woman = interned();
        String placement = emergency.ordered(woman, "camp", Orders.INTERNMENT);
        UUID convoy = convoy("camp", woman);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(woman)).expect(201);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/death",
                        "{\"diedAt\":\"" + Instant.now() + "\",\"circumstances\":\"wounds\"}")
                .expect(201);
        assertThat(duties(woman)).containsExactlyInAnyOrder("BUREAU_NOTICE", "INQUIRY");
    }

    @Test
    void P16_who_comes_with_a_convoy_unlisted_is_recorded_with_it() {
        UUID listed = interned();
        emergency.ordered(listed, "camp", Orders.INTERNMENT);
        UUID unlisted = arrived(People.woman("SYR"));
        UUID convoy = convoy("camp", listed);
        act(officers.registrar(), "convoys/" + convoy + "/departure", departure(listed))
                .expect(201);
        act(
                        officers.otherRegistrar(),
                        "convoys/" + convoy + "/arrival",
                        "{\"unlisted\":[\"" + unlisted + "\"],\"escort\":\"e-1\"}")
                .expect(201);
        var person = read("persons/" + unlisted).json();
        assertThat(person.at("/placement/status").asText()).isEqualTo("placed");
        assertThat(person.at("/placement/questioned").toString()).contains("P5");
    }

    @Test
    void P18_a_death_that_was_none_is_withdrawn_by_two_humans() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        String at = "placements/" + placement + "/";
        act(
                        officers.registrar(),
                        at + "death",
                        "{\"diedAt\":\"" + Instant.now() + "\",\"circumstances\":\"not known\"}")
                .expect(201);
        act(officers.registrar(), at + "withdrawals", withdrawal("Escaped")).expect(409);
        act(officers.registrar(), at + "withdrawals", withdrawal("DiedInCustody")).expect(201);
        String id = read("persons/" + woman).json().at("/before/0/withdrawal").asText();
        String confirm = at + "withdrawals/" + id + "/confirmation";
        String both = officers.officer("Rojda Amin", Role.REGISTRAR, Role.PLACEMENT_OFFICER);
        act(officers.registrar(), confirm, "").expect(403);
        act(both, confirm, "").expect(201);
        var person = read("persons/" + woman).json();
        assertThat(person.at("/placement/placementId").asText()).isEqualTo(placement);
        assertThat(person.at("/placement/status").asText()).isEqualTo("placed");
        assertThat(duties(woman)).contains("REVIEW", "BUREAU_NOTICE").doesNotContain("INQUIRY");
        act(both, confirm, "").expect(409);
    }

    @Test
    void P18_a_birth_that_was_none_is_withdrawn_and_the_registration_with_it() {
        UUID woman = interned();
        String mother = placed(woman, "camp", Orders.INTERNMENT);
        UUID child = UUID.randomUUID();
        String placement = born(mother, child);
        emergency.awaitPerson(Service.INTAKE, child, person -> person.hasNonNull("bornIn"));
        emergency.awaitPerson(
                Service.PLACEMENT, child, person -> person.hasNonNull("registrationNumber"));
        assertThat(duties(child)).isNotEmpty();
        assertThat(found()).contains(child.toString());
        String at = "placements/" + placement + "/";
        act(officers.registrar(), at + "withdrawals", withdrawal("BornInCustody")).expect(201);
        String id = read("persons/" + child).json().at("/placement/withdrawal").asText();
        String confirm = at + "withdrawals/" + id + "/confirmation";
        String both = officers.officer("Yusuf Karim", Role.REGISTRAR, Role.PLACEMENT_OFFICER);
        act(both, confirm, "").expectRule(422, "P18");
        act(officers.placement(), confirm, "").expect(201);
        assertThat(read("persons/" + child).json().has("placement")).isFalse();
        assertThat(duties(child)).isEmpty();
        emergency.awaitPerson(
                Service.INTAKE,
                child,
                person -> person.at("/gone/how").asText().equals("REGISTRATION_WITHDRAWN"));
        assertThat(found()).doesNotContain(child.toString()).contains(woman.toString());
        intake(
                        officers.intake(),
                        "persons/" + child + "/death",
                        "{\"diedAt\":\"" + Instant.now() + "\",\"circumstances\":\"not known\"}")
                .expect(409);
        Eventually.holds(
                "placement knows that there is no such child",
                () -> ruled(order(child, "prison", Orders.SHELTER), "P14"));
        assertThat(emergency.history(Service.PLACEMENT, child).body())
                .contains("BornInCustody", "FactWithdrawn");
        act(officers.registrar(), "placements/" + mother + "/release", FREE).expect(201);
        assertThat(duties(child)).isEmpty();
    }

    private String found() {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/search")
                                .token(officers.intake())
                                .json("{}"))
                .expect(200)
                .body();
    }

    @Test
    void P18_who_asked_does_not_confirm() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String both = officers.officer("Berfin Kaya", Role.REGISTRAR, Role.PLACEMENT_OFFICER);
        act(both, at + "withdrawals", withdrawal("PlacedInDetention")).expect(201);
        String id = read("persons/" + woman).json().at("/placement/withdrawal").asText();
        act(both, at + "withdrawals/" + id + "/confirmation", "").expectRule(422, "P18");
        act(officers.placement(), at + "withdrawals/" + id + "/confirmation", "").expect(201);
        assertThat(read("persons/" + woman).json().at("/placement/status").asText())
                .isEqualTo("ordered");
    }

    @Test
    void P14_who_left_comes_back_waits_in_a_line_and_can_be_placed() {
        UUID man = arrived(People.man("SYR"));
        String now = Instant.now().toString();
        intake(officers.intake(), "persons/" + man + "/return", back(now)).expect(409);
        intake(
                        officers.intake(),
                        "persons/" + man + "/departure",
                        "{\"leftAt\":\""
                                + now
                                + "\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched\"}")
                .expect(201);
        Eventually.holds(
                "placement knows of the departure",
                () -> ruled(order(man, "prison", Orders.INTERNMENT), "P14"));
        order(man, "camp", Orders.SHELTER).expectRule(422, "P14");
        intake(officers.intake(), "persons/" + man + "/return", back(Instant.now().toString()))
                .expect(201);
        Eventually.holds(
                "placement knows of the return",
                () -> order(man, "camp", Orders.SHELTER).status() == 201);
    }

    @Test
    void P14_P18_who_left_by_a_merged_registration_comes_back_or_had_not_left() {
        UUID man = arrived(People.man("SYR"));
        UUID twice = arrived(People.man("SYR"));
        String gone = "{\"leftAt\":\"%s\",\"kind\":\"OWN_WAY\",\"reason\":\"seen at the gate\"}";
        intake(officers.intake(), "persons/" + twice + "/departure", gone.formatted(Instant.now()))
                .expect(201);
        merging(man, twice).expect(201);
        Eventually.holds(
                "placement knows of both",
                // An order that is refused in any case, until the merge is known as well.
                () -> ruled(order(man, "prison", Orders.INTERNMENT), "P14"));
        intake(officers.intake(), "persons/" + man + "/departure", gone.formatted(Instant.now()))
                .expect(409);
        String withdrawal =
                intake(
                                officers.intake(),
                                "persons/" + man + "/withdrawals",
                                "{\"fact\":\"DEPARTURE\",\"reason\":\"it was his brother\"}")
                        .expect(201)
                        .text("withdrawalId");
        assertThat(withdrawal).isNotEmpty();
        intake(officers.intake(), "persons/" + man + "/return", back(Instant.now().toString()))
                .expect(201);
        Eventually.holds(
                "placement knows of the return",
                () -> order(man, "camp", Orders.SHELTER).status() == 201);
    }

    private static boolean ruled(Answer answer, String rule) {
        return answer.status() == 422 && answer.json().path("violations").toString().contains(rule);
    }

    private static String back(String at) {
        return """
        {"returnedAt":"%s","receptionPoint":"east","reason":"came back"}\
        """
                .formatted(at);
    }

    private static String withdrawal(String fact) {
        return "{\"fact\":\"" + fact + "\",\"reason\":\"recorded for another person\"}";
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }
}

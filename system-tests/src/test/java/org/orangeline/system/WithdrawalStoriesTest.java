package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.launcher.keys.Role;

/** P18: whatever was recorded wrongly is taken back by two humans, and is as if it had not been. */
@OnTheSharedSystem
class WithdrawalStoriesTest extends PlacementStory {

    WithdrawalStoriesTest(RunningSystem system) {
        super(system, "withdrawn");
    }

    @Test
    void P18_an_escape_that_was_none_puts_the_person_back_under_every_clock() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String escape = "{\"noticedAt\":\"" + Instant.now() + "\",\"note\":\"the fence\"}";
        act(officers.registrar(), at + "escape", escape).expect(201);
        assertThat(status(woman)).isEqualTo("ended");
        withdrawn(woman, at, "Escaped", "placed");
        assertThat(read("persons/" + woman).json().path("duties").findValuesAsText("duty"))
                .contains("REVIEW", "REASONS", "CARD", "BUREAU_NOTICE");
    }

    @Test
    void P18_a_release_of_somebody_else_is_none() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        act(officers.registrar(), at + "release", FREE).expect(201);
        assertThat(status(woman)).isEqualTo("ended");
        withdrawn(woman, at, "ReleasedFromDetention", "placed");
    }

    @Test
    void P18_an_admission_of_somebody_else_is_an_order_still() {
        UUID sheltered = arrived(People.woman("SYR"));
        String at = "placements/" + placed(sheltered, "camp", Orders.SHELTER) + "/";
        withdrawn(sheltered, at, "ShelterProvided", "ordered");
        act(officers.registrar(), at + "admission", "{}").expect(201);
        assertThat(status(sheltered)).isEqualTo("placed");
    }

    @Test
    void P18_an_absence_and_a_return_of_somebody_else_are_none() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String away =
                "{\"why\":\"HOSPITAL\",\"expectedBack\":\""
                        + Instant.now().plus(2, ChronoUnit.DAYS)
                        + "\",\"destination\":\"hospital-2\",\"escort\":\"escort-7\"}";
        act(officers.registrar(), at + "absence", away).expect(201);
        assertThat(last(woman).path("away").asText()).isEqualTo("HOSPITAL");
        assertThat(last(woman).path("awayTo").asText()).isEqualTo("hospital-2");
        assertThat(last(woman).path("awayWith").asText()).isEqualTo("escort-7");
        act(officers.registrar(), at + "return", "{}").expect(201);
        assertThat(last(woman).has("away")).isFalse();
        withdrawn(woman, at, "AbsenceEnded", "placed");
        assertThat(last(woman).path("away").asText()).isEqualTo("HOSPITAL");
        withdrawn(woman, at, "AbsenceStarted", "placed");
        assertThat(last(woman).has("away")).isFalse();
    }

    @Test
    void P18_a_hand_over_of_somebody_else_is_none() {
        receiver("syr-police", "SYR");
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        assessed(woman, "syr-police", "NO_SUBSTANTIAL_RISK", officers.reviewer()).expect(201);
        act(
                        officers.placement(),
                        at + "hand-over",
                        "{\"receiver\":\"syr-police\",\"reason\":\"their file\"}")
                .expect(201);
        assertThat(status(woman)).isEqualTo("ended");
        withdrawn(woman, at, "HandedOver", "placed");
    }

    @Test
    void P18_who_was_not_inside_after_all_is_not_placed() {
        UUID woman = arrived(People.woman("SYR"));
        String found = "{\"personId\":\"%s\",\"reason\":\"roll check\"}".formatted(woman);
        act(officers.registrar(), "facilities/camp/found-inside", found).expect(201);
        JsonNode placement = read("persons/" + woman).json().path("placement");
        String at = "placements/" + placement.path("placementId").asText() + "/";
        withdrawn(woman, at, "FoundInside", "");
        order(woman, "camp", Orders.SHELTER).expect(201);
    }

    @Test
    void P18_a_departure_and_a_death_at_the_reception_point_are_withdrawn() {
        UUID man = arrived(People.man("SYR"));
        String now = Instant.now().toString();
        String left =
                "{\"leftAt\":\"" + now + "\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched\"}";
        intake(officers.intake(), "persons/" + man + "/departure", left).expect(201);
        Eventually.holds(
                "placement knows of the departure",
                () -> order(man, "prison", Orders.INTERNMENT).body().contains("P14"));
        notGone(man, "DEPARTURE");
        UUID other = arrived(People.man("SYR"));
        String died = "{\"diedAt\":\"" + now + "\",\"circumstances\":\"not known\"}";
        intake(officers.intake(), "persons/" + other + "/death", died).expect(201);
        notGone(other, "DEATH");
        Eventually.holds(
                "placement knows that he is here",
                () -> order(man, "camp", Orders.SHELTER).status() == 201);
    }

    private void notGone(UUID person, String fact) {
        String at = "persons/" + person + "/withdrawals";
        String body = "{\"fact\":\"" + fact + "\",\"reason\":\"it was another person\"}";
        intake(officers.machine(Role.INTAKE_OFFICER), at, body).expectRule(422, "S6");
        String id = intake(officers.intake(), at, body).expect(201).text("withdrawalId");
        String confirm = at + "/" + id + "/confirmation";
        String same = officers.officer("Dilan Ose", Role.INTAKE_OFFICER, Role.COORDINATOR);
        intake(same, confirm, "").expectRule(422, "P18");
        intake(officers.coordinator(), confirm, "").expect(201);
        Answer shown =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "persons/" + person).token(officers.intake()))
                        .expect(200);
        assertThat(shown.json().has("gone")).isFalse();
    }

    /** Two humans withdraw the fact; the person then has that status, none for no placement. */
    private void withdrawn(UUID person, String at, String fact, String status) {
        String body = "{\"fact\":\"" + fact + "\",\"reason\":\"it was another person\"}";
        act(officers.machine(Role.REGISTRAR), at + "withdrawals", body).expectRule(422, "S6");
        String id =
                act(officers.registrar(), at + "withdrawals", body)
                        .expect(201)
                        .text("withdrawalId");
        assertThat(waiting(person)).isEqualTo(id);
        String confirm = at + "withdrawals/" + id + "/confirmation";
        String same = officers.officer("Yusuf Karim", Role.REGISTRAR, Role.PLACEMENT_OFFICER);
        act(same, confirm, "").expectRule(422, "P18");
        act(officers.placement(), confirm, "").expect(201);
        assertThat(read("persons/" + person).json().at("/placement/status").asText())
                .isEqualTo(status);
    }

    private String waiting(UUID person) {
        return last(person).path("withdrawal").asText();
    }

    private String status(UUID person) {
        return last(person).path("status").asText();
    }

    /** The placement that is open, or the one that ended last. */
    private JsonNode last(UUID person) {
        JsonNode shown = read("persons/" + person).json();
        JsonNode before = shown.path("before");
        return shown.has("placement") ? shown.path("placement") : before.path(before.size() - 1);
    }
}

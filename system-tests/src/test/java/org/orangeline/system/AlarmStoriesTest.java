package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** P17: alarms about who does not come back or dies, and what they leave as it is (P18). */
@OnTheSharedSystem
class AlarmStoriesTest extends PlacementStory {

    AlarmStoriesTest(RunningSystem system) {
        super(system, "alarms");
    }

    @Test
    void P17_who_does_not_come_back_when_expected_is_missing_until_the_return() {
        UUID woman = interned();
        String at = overdue(woman);
        assertThat(duties(woman)).contains("INQUIRY", "BUREAU_NOTICE");
        assertThat(history(woman)).containsOnlyOnce("AbsenceOverdue");
        act(officers.placement(), at + "release", FREE).expectRule(422, "P17");
        act(officers.registrar(), at + "return", "{}").expect(201);
        assertThat(status(woman)).isEqualTo("placed");
        assertThat(duties(woman)).doesNotContain("INQUIRY");
        act(officers.registrar(), at + "found", found()).expect(409);
    }

    @Test
    void P17_who_does_not_come_back_is_found_dead_or_escaped() {
        UUID dead = interned();
        String died =
                "{\"diedAt\":\"%s\",\"circumstances\":\"in the hospital\"}"
                        .formatted(Instant.now());
        act(officers.registrar(), overdue(dead) + "death", died).expect(201);
        assertThat(duties(dead)).contains("INQUIRY", "BUREAU_NOTICE");
        UUID fled = interned();
        String escape = "{\"noticedAt\":\"%s\",\"note\":\"by the fence\"}".formatted(Instant.now());
        act(officers.registrar(), overdue(fled) + "escape", escape).expect(201);
        assertThat(read("persons/" + fled).json().has("placement")).isFalse();
    }

    @Test
    void P18_the_alarm_of_an_absence_that_was_none_goes_with_it() {
        UUID woman = interned();
        String at = overdue(woman);
        withdraw(woman, at, "AbsenceStarted");
        JsonNode placement = read("persons/" + woman).json().path("placement");
        assertThat(placement.path("status").asText()).isEqualTo("placed");
        assertThat(placement.has("away")).isFalse();
        assertThat(duties(woman)).doesNotContain("INQUIRY").contains("REVIEW");
        // The same admission, which the alarm did not make final either.
        withdraw(woman, at, "PlacedInDetention");
        assertThat(status(woman)).isEqualTo("ordered");
    }

    @Test
    void P18_who_is_reported_missing_was_perhaps_never_admitted() {
        UUID woman = interned();
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String missing =
                "{\"since\":\"%s\",\"note\":\"not at the roll check\"}".formatted(Instant.now());
        act(officers.registrar(), at + "missing", missing).expect(201);
        withdraw(woman, at, "PlacedInDetention");
        // Where she is nobody knows: only a finding ends that (P17).
        assertThat(status(woman)).isEqualTo("missing");
        assertThat(duties(woman)).contains("INQUIRY");
        act(officers.registrar(), at + "found", found()).expect(201);
        assertThat(status(woman)).isEqualTo("ordered");
    }

    @Test
    void P12_P17_a_death_in_a_guarded_line_is_inquired_into_and_the_bureau_is_told() {
        UUID woman = interned();
        assertThat(duties(woman)).doesNotContain("INQUIRY");
        intake("death", woman, "{\"diedAt\":\"%s\",\"circumstances\":\"cold\"}", officers.intake());
        Eventually.holds("the death is inquired into", () -> duties(woman).contains("INQUIRY"));
        assertThat(duties(woman))
                .containsOnlyOnce("INQUIRY")
                .contains("BUREAU_NOTICE")
                .doesNotContain("REASONS", "REVIEW");
        String custody = "persons/" + woman + "/custody/";
        String inquiry = "{\"inquiryNumber\":\"I-1\"}";
        act(officers.machine(Role.REGISTRAR), custody + "inquiry", inquiry).expectRule(422, "S6");
        act(officers.registrar(), custody + "inquiry", inquiry).expect(201);
        for (String notice : List.of("N-1", "N-2")) {
            if (duties(woman).contains("BUREAU_NOTICE")) {
                String told = "{\"noticeNumber\":\"" + notice + "\"}";
                act(officers.registrar(), custody + "bureau-notice", told).expect(201);
            }
        }
        assertThat(duties(woman)).isEmpty();
        assertThat(history(woman)).contains("LineInquiryOpened");
    }

    /** Placed, away, and not back when expected; the path of the placement. */
    private String overdue(UUID woman) {
        String at = "placements/" + placed(woman, "camp", Orders.INTERNMENT) + "/";
        String away =
                "{\"why\":\"HOSPITAL\",\"expectedBack\":\"%s\"}"
                        .formatted(Instant.now().plus(Duration.ofSeconds(1)));
        act(officers.registrar(), at + "absence", away).expect(201);
        Eventually.holds("she is overdue", () -> status(woman).equals("missing"));
        return at;
    }

    private void withdraw(UUID person, String at, String fact) {
        String body = "{\"fact\":\"" + fact + "\",\"reason\":\"it was another person\"}";
        act(officers.registrar(), at + "withdrawals", body).expect(201);
        String id = read("persons/" + person).json().at("/placement/withdrawal").asText();
        act(officers.placement(), at + "withdrawals/" + id + "/confirmation", "").expect(201);
    }

    private void intake(String call, UUID person, String body, String token) {
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "persons/" + person + "/" + call)
                                .token(token)
                                .key(UUID.randomUUID().toString())
                                .json(body.formatted(Instant.now())))
                .expect(201);
    }

    private static String found() {
        return "{\"foundAt\":\"%s\",\"note\":\"at the gate\"}".formatted(Instant.now());
    }

    private String status(UUID person) {
        return read("persons/" + person).json().at("/placement/status").asText();
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    private String history(UUID person) {
        return String.join(
                "\n",
                emergency.history(Service.PLACEMENT, person).json().findValuesAsText("event"));
    }
}

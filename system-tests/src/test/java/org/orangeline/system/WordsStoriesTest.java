package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** Each text has a class, and only the roles of that class read it in a history. */
@OnTheSharedSystem
class WordsStoriesTest extends PlacementStory {

    private static final String SECRET = "Flusspferdina";

    WordsStoriesTest(RunningSystem system) {
        super(system, "words");
    }

    @Test
    void why_two_are_kept_apart_is_read_by_who_protects() {
        UUID woman = interned();
        UUID other = arrived(People.woman("SYR"));
        String why = "{\"reason\":\"" + SECRET + "\"}";
        act(officers.placement(), "persons/" + woman + "/kept-apart/" + other, why).expect(201);
        onlyFor(
                Service.PLACEMENT,
                woman,
                "KeepApartDeclared",
                "reason",
                "protection",
                List.of(officers.protection(), officers.reviewer(), officers.auditor()),
                List.of(officers.placement(), officers.line(), officers.coordinator()));
    }

    @Test
    void what_somebody_fears_of_a_state_is_read_by_who_protects_and_who_decides_about_it() {
        receiver("irq-moj", "IRQ");
        UUID woman = arrived(People.woman("IRQ"));
        act(
                        officers.reviewer(),
                        "persons/" + woman + "/non-refoulement",
                        """
                        {"receiver":"irq-moj","risk":"RISK","heardAt":"%s","reason":"%s","said":"%s"}\
                        """
                                .formatted(Instant.now(), SECRET, SECRET))
                .expect(201);
        for (String field : List.of("reason", "said")) {
            onlyFor(
                    Service.PLACEMENT,
                    woman,
                    "NonRefoulementAssessed",
                    field,
                    "protection",
                    List.of(officers.protection(), officers.reviewer(), officers.auditor()),
                    List.of(
                            officers.placement(),
                            officers.line(),
                            officers.intake(),
                            officers.registrar(),
                            officers.screener(),
                            officers.coordinator()));
        }
        // That there is a risk is for all who act on it.
        assertThat(
                        emergency
                                .placement()
                                .settle(
                                        emergency
                                                .call("GET", "persons/" + woman + "/history")
                                                .token(officers.placement()))
                                .expect(200)
                                .body())
                .contains("NonRefoulementAssessed", "\"RISK\"")
                .doesNotContain(SECRET);
    }

    @Test
    void an_appeal_is_read_by_who_decides_and_how_somebody_died_by_who_protects() {
        UUID woman = interned();
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/appeal",
                        "{\"statement\":\"" + SECRET + "\"}")
                .expect(201);
        act(
                        officers.registrar(),
                        "placements/" + placement + "/death",
                        "{\"diedAt\":\""
                                + Instant.now()
                                + "\",\"circumstances\":\""
                                + SECRET
                                + "\"}")
                .expect(201);
        onlyFor(
                Service.PLACEMENT,
                woman,
                "AppealLodged",
                "statement",
                "legal",
                List.of(officers.reviewer(), officers.placement(), officers.auditor()),
                List.of(officers.line(), officers.intake(), officers.coordinator()));
        onlyFor(
                Service.PLACEMENT,
                woman,
                "DiedInCustody",
                "circumstances",
                "protection",
                List.of(officers.protection(), officers.reviewer()),
                List.of(officers.placement(), officers.line(), officers.intake()));
    }

    @Test
    void children_alone_are_listed_for_who_protects_them_and_counted_for_others() {
        UUID child = arrived(People.child("SYR"));
        String number =
                emergency
                        .intake()
                        .settle(emergency.call("GET", "persons/" + child).token(officers.intake()))
                        .text("registrationNumber");
        Eventually.holds(
                "the child is listed",
                () ->
                        alone("children-alone", officers.protection())
                                .expect(200)
                                .body()
                                .contains(number));
        alone("children-alone", officers.coordinator()).expect(200);
        for (String other : List.of(officers.line(), officers.intake(), officers.placement())) {
            alone("children-alone", other).expect(403);
            Answer counts = alone("children-alone/counts", other).expect(200);
            assertThat(counts.body()).contains("\"UNACCOMPANIED\"").doesNotContain(number);
        }
    }

    private Answer alone(String list, String token) {
        return emergency.intake().settle(emergency.call("GET", list).token(token));
    }

    @Test
    void a_waiting_group_is_shown_while_somebody_waits_and_not_for_life() {
        UUID woman = arrived(People.woman("FRA"));
        assertThat(emergency.awaitLine(woman).path("group").asText()).isEqualTo("IS_WOMEN");
        String unused = placed(woman, "camp", Orders.SHELTER);
        JsonNode placed =
                emergency.awaitPerson(
                        Service.SCREENING, woman, shown -> shown.path("left").isTextual());
        assertThat(placed.has("group")).isFalse();
        assertThat(placed.has("line")).isFalse();
    }

    private void onlyFor(
            Service service,
            UUID person,
            String event,
            String field,
            String text,
            List<String> readers,
            List<String> others) {
        for (String reader : readers) {
            assertThat(field(service, person, event, field, reader, "").asText()).isEqualTo(SECRET);
        }
        for (String other : others) {
            for (String past : List.of("", "?asOf=" + Instant.now())) {
                JsonNode withheld = field(service, person, event, field, other, past);
                assertThat(withheld.path("withheld").asText()).isEqualTo(text);
                assertThat(withheld.toString()).doesNotContain(SECRET);
            }
        }
    }

    private JsonNode field(
            Service service, UUID person, String event, String field, String token, String past) {
        JsonNode history =
                emergency
                        .system()
                        .api(service)
                        .settle(
                                emergency
                                        .call("GET", "persons/" + person + "/history" + past)
                                        .token(token)
                                        .header("Purpose", "a complaint"))
                        .expect(200)
                        .json();
        for (JsonNode entry : history) {
            if (entry.path("event").asText().equals(event)) {
                return entry.path("payload").path(field);
            }
        }
        throw new AssertionError("no " + event + " in " + history);
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/**
 * What a tablet tells late is dated with the time at which it was, and refused where it cannot have
 * been so: before the person came, or in the future.
 */
@OnTheSharedSystem
class ToldTimesStoriesTest extends PlacementStory {

    private static final int CAME = 30;
    private static final int FOUND = 24;

    private final Instant now = Instant.ofEpochSecond(Instant.now().getEpochSecond());

    ToldTimesStoriesTest(RunningSystem system) {
        super(system, "told-times");
    }

    private Instant ago(int hours) {
        return now.minus(Duration.ofHours(hours));
    }

    /** Somebody who came thirty hours ago. */
    private UUID came(ObjectNode form) {
        return arrived(form.put("arrivedAt", ago(CAME).toString()));
    }

    /** Refused for when it cannot have been, and then accepted as told. */
    private void told(Instant at, List<Instant> never, Function<Instant, Answer> call) {
        for (Instant one : never) {
            assertThat(call.apply(one).expectProblem(422).body()).contains("at, ", "cannot be");
        }
        Answer soon = call.apply(now.plus(Duration.ofHours(3))).expectProblem(422);
        assertThat(soon.body()).contains("in the future");
        assertThat(call.apply(now.plus(Duration.ofDays(3))).status()).isIn(400, 422);
        call.apply(at).expect(201);
    }

    /** The event is in the history once, with that time. */
    private void dated(Service service, UUID person, String event, Instant at) {
        List<String> times =
                emergency
                        .history(service, person)
                        .json()
                        .valueStream()
                        .filter(entry -> entry.path("event").asText().equals(event))
                        .map(entry -> entry.at("/payload/at").asText())
                        .toList();
        assertThat(times).as(event).containsExactly(at.toString());
    }

    private List<String> duties(UUID person) {
        return read("persons/" + person).json().path("duties").findValuesAsText("duty");
    }

    @Test
    void P12_a_card_and_a_notice_that_are_told_late() {
        UUID woman = came(People.woman("SYR"));
        String placement = found(woman);
        assertThat(duties(woman)).contains("CARD", "BUREAU_NOTICE");
        List<Instant> never = List.of(ago(CAME + 1));
        told(ago(20), never, at -> on(placement, "card", "\"cardNumber\":\"C-1\"", at));
        told(ago(19), never, at -> on(placement, "bureau-notice", "\"noticeNumber\":\"N-1\"", at));
        assertThat(duties(woman)).doesNotContain("CARD", "BUREAU_NOTICE");
        dated(Service.PLACEMENT, woman, "CardIssued", ago(20));
        dated(Service.PLACEMENT, woman, "BureauNotified", ago(19));
    }

    @Test
    void P10_a_review_that_is_told_late_counts_from_when_it_was_held() {
        UUID woman = came(People.woman("SYR"));
        JsonNode unused = emergency.concluded(woman, "FAMILY_MEMBER", "SPECIFIC_THREAT");
        String placement = placed(woman, "camp", Orders.INTERNMENT);
        told(
                ago(2),
                List.of(ago(CAME + 1)),
                at ->
                        act(
                                officers.reviewer(),
                                "placements/" + placement + "/review",
                                body(
                                        "\"outcome\":\"CONTINUE\",\"members\":[\"r-1\"],"
                                                + "\"reason\":\"looked at\"",
                                        at)));
        dated(Service.PLACEMENT, woman, "ReviewHeld", ago(2));
        assertThat(
                        Instant.parse(
                                read("persons/" + woman)
                                        .json()
                                        .at("/placement/reviewDue")
                                        .asText()))
                .isEqualTo(ago(2).atZone(ZoneOffset.UTC).plusMonths(6).toInstant());
    }

    @Test
    void an_absence_and_a_return_that_are_told_late() {
        UUID woman = came(People.woman("SYR"));
        String placement = found(woman);
        told(
                ago(20),
                List.of(ago(CAME + 1), ago(FOUND + 1)),
                at -> on(placement, "absence", "\"why\":\"HOSPITAL\"", at));
        assertThat(read("persons/" + woman).json().at("/placement/away").asText())
                .isEqualTo("HOSPITAL");
        assertThat(emergency.facilityNow("camp").path("absent").asInt()).isEqualTo(1);
        told(
                ago(18),
                List.of(ago(CAME + 1), ago(21)),
                at ->
                        act(
                                officers.registrar(),
                                "placements/" + placement + "/return",
                                "{\"at\":\"" + at + "\"}"));
        assertThat(read("persons/" + woman).json().at("/placement/away").isMissingNode()).isTrue();
        assertThat(emergency.facilityNow("camp").path("absent").asInt()).isZero();
        dated(Service.PLACEMENT, woman, "AbsenceStarted", ago(20));
        dated(Service.PLACEMENT, woman, "AbsenceEnded", ago(18));
    }

    /** Inside for a day; her placement. */
    private String found(UUID woman) {
        act(
                        officers.registrar(),
                        "facilities/camp/found-inside",
                        "{\"personId\":\"%s\",\"foundAt\":\"%s\",\"reason\":\"roll check\"}"
                                .formatted(woman, ago(FOUND)))
                .expect(201);
        return read("persons/" + woman).json().at("/placement/placementId").asText();
    }

    private Answer on(String placement, String what, String said, Instant at) {
        return act(officers.registrar(), "placements/" + placement + "/" + what, body(said, at));
    }

    private static String body(String said, Instant at) {
        return "{%s,\"at\":\"%s\"}".formatted(said, at);
    }

    @Test
    void L3_a_move_between_lines_and_a_head_count_that_are_told_late() {
        UUID man = came(People.man("SYR"));
        assertThat(emergency.awaitLine(man).path("group").asText()).isEqualTo("SYRIAN_MEN");
        told(
                ago(20),
                List.of(ago(CAME + 1)),
                at ->
                        screening(
                                "persons/" + man + "/group",
                                body("\"group\":\"IRAQI_MEN\",\"reason\":\"room\"", at)));
        dated(Service.SCREENING, man, "GroupReassigned", ago(20));
        // A count is about nobody: it goes back as far as a tablet's clock is believed.
        String counts = "lines/IRAQI_MEN/head-counts";
        told(
                ago(10),
                List.of(now.minus(Duration.ofDays(60))),
                at -> screening(counts, body("\"counted\":2", at)));
        JsonNode counted =
                emergency
                        .screening()
                        .settle(emergency.call("GET", counts).token(officers.line()))
                        .expect(200)
                        .json()
                        .at("/items/0");
        assertThat(counted.path("at").asText()).isEqualTo(ago(10).toString());
        assertThat(Instant.parse(counted.path("recordedAt").asText())).isAfterOrEqualTo(now);
    }

    private Answer screening(String path, String body) {
        return emergency
                .screening()
                .settle(
                        emergency
                                .call("POST", path)
                                .token(officers.line())
                                .key(UUID.randomUUID().toString())
                                .json(body));
    }

    @Test
    void property_that_is_told_late() {
        UUID man = came(People.man("SYR"));
        UUID receipt = UUID.randomUUID();
        String path = "persons/" + man + "/property/" + receipt;
        told(
                ago(20),
                List.of(ago(CAME + 1)),
                at ->
                        emergency
                                .intake()
                                .settle(
                                        emergency
                                                .call("PUT", path)
                                                .token(officers.intake())
                                                .json(
                                                        body(
                                                                "\"items\":[{\"code\":\"PHONE\"}],"
                                                                        + "\"storedAt\":\"store-1\"",
                                                                at))));
        JsonNode taken = property(man);
        assertThat(taken.path("receiptId").asText()).isEqualTo(receipt.toString());
        assertThat(taken.path("receivedAt").asText()).isEqualTo(ago(20).toString());
        told(
                ago(10),
                List.of(ago(CAME + 1), ago(21)),
                at ->
                        intake(
                                officers.intake(),
                                path + "/return",
                                body("\"items\":[0],\"note\":\"counted together\"", at)));
        assertThat(property(man).at("/items/0/returned").asBoolean()).isTrue();
        dated(Service.INTAKE, man, "PropertyReceived", ago(20));
        dated(Service.INTAKE, man, "PropertyReturned", ago(10));
    }

    private JsonNode property(UUID person) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/property")
                                .token(officers.intake()))
                .expect(200)
                .json()
                .at("/receipts/0");
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** What becomes of each item of an upload, and what its tablet is told. */
@OnTheSharedSystem
class BatchItemsTest {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private final RunningSystem system;

    BatchItemsTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void an_item_is_decided_as_the_call_that_it_is() throws IOException {
        Emergency emergency = Emergency.opened(system, "items");
        UUID person = UUID.randomUUID();
        String arrival = item(UUID.randomUUID(), "PUT", "arrivals/" + person, People.man("SYR"));
        UUID same = UUID.randomUUID();
        String early = item(same, "POST", "persons/" + person + "/departure", departure());
        Answer first =
                send(emergency, "tablet-1", early + "\n" + arrival, emergency.officers().intake())
                        .expect(200);
        assertThat(first.lines().stream().map(line -> line.path("outcome").asText()))
                .containsExactly("held", "durable");
        assertThat(first.lines().get(1).path("answer").path("registrationNumber").asText())
                .startsWith("BGZ-");
        Eventually.holds("released", () -> held(emergency).path("total").asInt() == 0);
        String body =
                String.join(
                        "\n",
                        early,
                        arrival,
                        item(same, "POST", "persons/" + person + "/death", departure()),
                        item(UUID.randomUUID(), "PUT", "persons/../x", People.man("SYR")),
                        item(UUID.randomUUID(), "POST", "nothing/of/the/kind", departure()),
                        item(UUID.randomUUID(), "POST", "batches", departure()),
                        item(
                                UUID.randomUUID(),
                                "POST",
                                "persons/" + person + "/departure",
                                departure()),
                        item(UUID.randomUUID(), "PUT", "arrivals/" + person, People.woman("SYR")),
                        "{\"itemId\":");

        Answer answer =
                send(emergency, "tablet-1", body, emergency.officers().intake()).expect(200);

        assertThat(answer.lines().stream().map(line -> line.path("outcome").asText()))
                .containsExactly(
                        "durable", // released meanwhile
                        "durable", // again
                        "rejected", // the same id with other content
                        "rejected",
                        "rejected",
                        "rejected",
                        "rejected", // gone already
                        "rejected", // registered with other content
                        "rejected");
        // Who may not make the call may not make it in a batch either.
        String other =
                item(UUID.randomUUID(), "PUT", "arrivals/" + UUID.randomUUID(), People.man("SYR"));
        JsonNode denied =
                send(emergency, "tablet-1", other, emergency.officers().line())
                        .expect(200)
                        .lines()
                        .getFirst();
        assertThat(denied.path("outcome").asText()).isEqualTo("rejected");
        assertThat(denied.path("status").asInt()).isEqualTo(403);
    }

    @Test
    void an_item_id_that_is_held_for_another_tablet_or_content_is_a_conflict() {
        Emergency emergency = Emergency.opened(system, "taken-ids");
        String officer = emergency.officers().intake();
        UUID taken = UUID.randomUUID();
        String early =
                item(taken, "POST", "persons/" + UUID.randomUUID() + "/departure", departure());
        UUID person = UUID.randomUUID();
        String other =
                item(taken, "PUT", "arrivals/" + person, People.man("SYR"))
                        .replace("tablet-1", "tablet-2");
        assertThat(outcomes(send(emergency, "tablet-1", early, officer))).containsExactly("held");

        Answer answer = send(emergency, "tablet-2", other, officer).expect(200);

        assertThat(outcomes(answer)).containsExactly("rejected");
        assertThat(answer.lines().getFirst().path("status").asInt()).isEqualTo(409);
        String again = other.replace(taken.toString(), UUID.randomUUID().toString());
        assertThat(outcomes(send(emergency, "tablet-2", again, officer)))
                .containsExactly("durable");
    }

    @Test
    void an_item_made_to_overflow_what_reads_it_holds_up_no_other() {
        Emergency emergency = Emergency.opened(system, "overflowing-items");
        List<String> bad =
                List.of(
                        item(UUID.randomUUID(), "POST", "a" + "/a".repeat(3_000), departure()),
                        item(UUID.randomUUID(), "POST", "a".repeat(60_000), departure()),
                        arrivalItem()
                                .replaceFirst(
                                        "\"body\":\\{",
                                        "\"body\":{\"x\":" + "[".repeat(60) + "]".repeat(60) + ","),
                        arrivalItem()
                                .replaceFirst(
                                        "\"body\":\\{",
                                        "\"body\":{\"x\":[" + "{},".repeat(10_000) + "{}],"));
        StringBuilder body = new StringBuilder();
        bad.forEach(one -> body.append(one).append('\n').append(arrivalItem()).append('\n'));

        Answer answer =
                send(emergency, "tablet-1", body.toString(), emergency.officers().intake())
                        .expect(200);

        for (int i = 0; i < 2 * bad.size(); i++) {
            JsonNode line = answer.lines().get(i);
            assertThat(line.path("outcome").asText())
                    .as(line.toString())
                    .isEqualTo(i % 2 == 0 ? "rejected" : "durable");
            assertThat(line.path("problem").path("detail").asText(line.path("problem").toString()))
                    .as(line.toString())
                    .hasSizeLessThan(500);
        }
    }

    @Test
    void an_item_that_can_be_no_call_holds_up_no_other() {
        Emergency emergency = Emergency.opened(system, "odd-items");
        ObjectNode odd = (ObjectNode) Answer.parse(arrivalItem());
        odd.put("ifMatch", "a\nb");

        Answer answer =
                send(
                        emergency,
                        "tablet-1",
                        odd + "\n" + arrivalItem(),
                        emergency.officers().intake());

        assertThat(outcomes(answer)).containsExactly("rejected", "durable");
    }

    @Test
    void an_item_that_is_too_long_is_rejected_and_the_others_go_on() {
        Emergency emergency = Emergency.opened(system, "long-item");
        ObjectNode tooLong = departure().put("reason", "x".repeat(65 * 1024));
        String line = item(UUID.randomUUID(), "POST", "persons/x/departure", tooLong);

        Answer answer =
                send(
                        emergency,
                        "tablet-1",
                        line + "\n" + arrivalItem(),
                        emergency.officers().intake());

        assertThat(outcomes(answer)).containsExactly("rejected", "durable");
        assertThat(answer.lines().getFirst().path("status").asInt()).isEqualTo(413);
    }

    private static String arrivalItem() {
        return item(UUID.randomUUID(), "PUT", "arrivals/" + UUID.randomUUID(), People.man("SYR"));
    }

    private static List<String> outcomes(Answer answer) {
        return answer.expect(200).lines().stream()
                .map(line -> line.path("outcome").asText())
                .toList();
    }

    @Test
    void a_cursor_tells_what_is_missing_and_an_item_is_what_it_was() {
        Emergency emergency = Emergency.opened(system, "cursor");
        assertThat(cursor(emergency, "tablet-9").path("contiguous").asLong()).isZero();
        UUID first = UUID.randomUUID();
        String one = numbered(first, 1, "arrivals/" + UUID.randomUUID());
        String four = numbered(UUID.randomUUID(), 4, "arrivals/" + UUID.randomUUID());
        String officer = emergency.officers().intake();
        Answer unused = send(emergency, "tablet-9", one + "\n" + four, officer).expect(200);
        JsonNode cursor = cursor(emergency, "tablet-9");
        assertThat(cursor.path("contiguous").asLong()).isEqualTo(1);
        assertThat(cursor.path("highest").asLong()).isEqualTo(4);
        assertThat(cursor.path("gaps").toString()).isEqualTo("[{\"from\":2,\"to\":3}]");
        assertThat(cursor.path("clockFlagged").asBoolean()).isTrue();

        String other = numbered(first, 1, "arrivals/" + UUID.randomUUID());
        String taken = numbered(UUID.randomUUID(), 4, "arrivals/" + UUID.randomUUID());
        String missing =
                numbered(UUID.randomUUID(), 2, "arrivals/" + UUID.randomUUID())
                        + "\n"
                        + numbered(UUID.randomUUID(), 3, "arrivals/" + UUID.randomUUID());
        assertThat(
                        send(
                                        emergency,
                                        "tablet-9",
                                        other + "\n" + taken + "\n" + one + "\n" + missing,
                                        officer)
                                .lines()
                                .stream()
                                .map(line -> line.path("outcome").asText()))
                .containsExactly("rejected", "rejected", "durable", "durable", "durable");
        assertThat(cursor(emergency, "tablet-9").path("contiguous").asLong()).isEqualTo(4);
    }

    private static String numbered(UUID id, long sequence, String path) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", id.toString())
                        .put("deviceId", "tablet-9")
                        .put("deviceSequence", sequence)
                        .put("deviceTime", "2018-01-01T00:00:00Z")
                        .put("method", "PUT")
                        .put("path", path);
        item.set("body", People.man("SYR"));
        return item.toString();
    }

    private static JsonNode held(Emergency emergency) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "held").token(emergency.officers().intake()))
                .expect(200)
                .json();
    }

    private static JsonNode cursor(Emergency emergency, String device) {
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "devices/" + device + "/cursor")
                                .token(emergency.officers().intake()))
                .expect(200)
                .json();
    }

    @Test
    void a_batch_that_cannot_be_unpacked_or_is_too_large_is_refused_as_a_whole()
            throws IOException {
        Emergency emergency = Emergency.opened(system, "zipped");
        for (Service service : Service.values()) {
            Call call = emergency.device("tablet-1").batch(emergency.officers().intake());
            Api api = system.api(service);
            api.send(call.content(Call.NDJSON, "no gzip").header("Content-Encoding", "gzip"))
                    .expectProblem(400);
            api.send(call.content(Call.NDJSON, "{}").header("Content-Encoding", "br"))
                    .expectProblem(415);
            api.send(call.content(Call.NDJSON, "")).expectProblem(400);
        }
        var bomb = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[1024 * 1024]);
            }
        }
        List<String> said = new ArrayList<>();
        emergency
                .intake()
                .upload(
                        emergency
                                .device("tablet-1")
                                .batch(emergency.officers().intake())
                                .header("Content-Encoding", "gzip"),
                        bomb.toByteArray(),
                        said::add);
        assertThat(said.toString()).contains("413");
    }

    private static Answer send(Emergency emergency, String device, String body, String token) {
        return emergency
                .intake()
                .send(emergency.device(device).batch(token).content(Call.NDJSON, body));
    }

    private static String item(UUID id, String method, String path, JsonNode body) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", id.toString())
                        .put("deviceId", "tablet-1")
                        .put("deviceSequence", SEQUENCE.incrementAndGet())
                        .put("method", method)
                        .put("path", path);
        item.set("body", body);
        return item.toString();
    }

    private static ObjectNode departure() {
        return Answer.MAPPER
                .createObjectNode()
                .put("leftAt", "2019-03-06T10:00:00Z")
                .put("kind", "WITH_FAMILY")
                .put("reason", "fetched by relatives");
    }
}

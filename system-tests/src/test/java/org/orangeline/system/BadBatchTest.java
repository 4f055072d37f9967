package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A batch is looked at as a whole before a line of it is written; then each line for itself. */
@OnTheSharedSystem
class BadBatchTest {

    private static final int MOST_LINES = 5_000;
    private static final int MIB = 1024 * 1024;

    private final RunningSystem system;

    BadBatchTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_batch_that_is_too_large_is_refused_as_a_whole() {
        Emergency emergency = Emergency.opened(system, "large-batch");
        BadInputTest.nothingIsWritten(
                emergency,
                () -> {
                    String tooMany = (line() + "\n").repeat(MOST_LINES) + line();
                    send(emergency, tooMany).expectProblem(413);
                    String blanks = (" ".repeat(60_000) + "\n").repeat(17 * MIB / 60_001 + 1);
                    send(emergency, line() + "\n" + blanks).expectProblem(413);
                    send(emergency, "").expectProblem(400);
                    send(emergency, "\n \n").expectProblem(400);
                    emergency
                            .intake()
                            .send(emergency.batch(List.of()).content("text/plain", line()))
                            .expectProblem(415);
                });
    }

    @Test
    void a_line_that_is_too_long_is_rejected_and_the_others_are_stored() {
        Emergency emergency = Emergency.opened(system, "long-line");
        String tooLong = "{\"reason\":\"" + "x".repeat(65 * 1024) + "\"}";

        List<JsonNode> outcomes =
                send(emergency, line() + "\n" + tooLong + "\n" + line()).expect(200).lines();

        assertThat(outcomes)
                .extracting(outcome -> outcome.path("status").asText())
                .containsExactly("durable", "rejected", "durable");
        assertThat(outcomes.get(1).path("problem").path("status").asInt()).isEqualTo(413);
    }

    @Test
    void a_bad_line_is_rejected_and_the_others_are_stored() {
        Emergency emergency = Emergency.opened(system, "bad-lines");
        String canary = "Zerîn-Canary";
        List<String> bad =
                List.of(
                        "{\"personId\":\"" + UUID.randomUUID() + "\",\"sex\":\"" + canary + "\"}",
                        line().replace("\"sex\":\"MALE\"", "\"sex\":\"" + canary + "\""),
                        line().replace("\"sex\"", "\"surprise\":\"" + canary + "\",\"sex\""),
                        "{\"names\":\"" + canary,
                        "[".repeat(5_000),
                        People.man("SYR").toString(),
                        line().replaceFirst("\"personId\":\"[^\"]*\"", "\"personId\":\"7\""));
        StringBuilder body = new StringBuilder();
        bad.forEach(one -> body.append(one).append('\n').append(line()).append('\n'));

        Answer answer = send(emergency, body.toString()).expect(200);

        List<JsonNode> outcomes = answer.lines();
        assertThat(outcomes).hasSize(2 * bad.size());
        for (int i = 0; i < outcomes.size(); i++) {
            JsonNode outcome = outcomes.get(i);
            boolean wasBad = i % 2 == 0;
            assertThat(outcome.path("line").asInt()).isEqualTo(i + 1);
            assertThat(outcome.path("status").asText())
                    .as(outcome.toString())
                    .isEqualTo(wasBad ? "rejected" : "durable");
            assertThat(outcome.path("problem").path("status").asInt()).isEqualTo(wasBad ? 400 : 0);
        }
        assertThat(answer.body()).doesNotContain(canary);
        assertThat(system.log().countBySubject("PersonArrived", emergency.operation()))
                .hasSize(bad.size());
    }

    private static String line() {
        return People.withId(People.man("SYR"), UUID.randomUUID()).toString();
    }

    private static Answer send(Emergency emergency, String body) {
        return emergency.intake().send(emergency.batch(List.of()).content(Call.NDJSON, body));
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orangeline.launcher.keys.Role;

/** What is wrong is said, nothing of it is repeated, and nothing is written. */
@OnTheSharedSystem
class BadInputTest {

    /** In every bad body; it may be in no answer. */
    private static final String CANARY = "Zerîn-Canary";

    private static final Set<String> CODES =
            Set.of("sex", "finding", "kind", "basis", "group", "plan", "legalProfile");

    private final RunningSystem system;

    BadInputTest(RunningSystem system) {
        this.system = system;
    }

    @TestFactory
    Stream<DynamicTest> every_command_refuses_a_bad_body() {
        Subjects subjects = new Subjects(Emergency.opened(system, "bad-input"));
        return Described.all(system).stream()
                .filter(Described::isCommand)
                .filter(described -> !Call.NDJSON.equals(described.mediaType()))
                .map(described ->
                        DynamicTest.dynamicTest(
                                described.toString(),
                                () ->
                                        nothingIsWritten(
                                                subjects.emergency(),
                                                () -> bodies(subjects, described))));
    }

    private void bodies(Subjects subjects, Described described) {
        Call good =
                subjects.call(described)
                        .token(subjects.emergency().officers().officer(CANARY, Role.values()));
        refused(described, 400, good.json("{\"reason\":\"" + CANARY));
        refused(described, 400, good.json("{\"a\":1}{\"b\":\"" + CANARY + "\"}"));
        refused(described, 400, good.json("\"" + CANARY + "\""));
        refused(described, 400, good.json("[]"));
        refused(described, 400, good.json("null"));
        refused(described, 400, good.json("[".repeat(20_000)));
        refused(described, 400, good.json(nested(5_000)));
        refused(described, 413, good.json(tooLong(described)));
        refused(described, 415, good.content("text/plain", good.body()));
        refused(described, 415, good.content("application/xml", "<a>" + CANARY + "</a>"));
        refused(described, 415, good.content(null, good.body()));
        if (!described.path().endsWith("/admission") && !described.path().endsWith("/return")) {
            // An ordinary admission, and a return now, need no body.
            refused(described, 400, good.json(""));
        }
        ObjectNode surprise = Subjects.object(described).put("surprise", CANARY);
        refused(described, 400, good.json(surprise));
        for (String field :
                Subjects.object(described).propertyStream().map(Map.Entry::getKey).toList()) {
            ObjectNode wrongType = Subjects.object(described);
            wrongType.putArray(field).addObject().put("x", CANARY);
            refused(described, 400, good.json(wrongType));
            refused(described, 400, good.json(twice(described, field)));
            if (CODES.contains(field)) {
                refused(described, 400, good.json(Subjects.object(described).put(field, CANARY)));
                refused(described, 400, good.json(Subjects.object(described).put(field, 0)));
            }
        }
        paths(described, good);
    }

    private void paths(Described described, Call good) {
        if (described.path().contains("Id}") || described.path().contains("{id}")) {
            String last =
                    good.path()
                            .replaceAll(
                                    "[0-9a-f]{8}-[0-9a-f-]{27}|(?<=facilities/)roj|(?<=devices/)[^/]+",
                                    "n0t+an+id");
            refused(described, 400, at(good, last));
        }
        if (described.path().contains("{id}") || described.path().contains("{placementId}")) {
            String unknown =
                    good.path()
                            .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", UUID.randomUUID().toString());
            refused(described, 404, at(good, unknown));
        }
        refused(described, 404, at(good, good.path() + "/" + "no/such/call"));
    }

    @Test
    void an_order_for_nobody_or_to_nowhere_is_not_found() {
        Emergency emergency = Emergency.opened(system, "nobody");
        emergency.facility("roj", "CAMP", 3);
        UUID person = emergency.arrived(People.woman("SYR"));
        emergency.awaitPlaceable(person);

        emergency
                .placement()
                .send(emergency.order(UUID.randomUUID(), "roj", Orders.SHELTER))
                .expectProblem(404);
        emergency
                .placement()
                .send(emergency.order(person, "nowhere", Orders.SHELTER))
                .expectProblem(404);
    }

    @Test
    void headers_and_queries_are_looked_at_too() {
        Emergency emergency = Emergency.opened(system, "headers");
        String token = emergency.officers().officer("Every role", Role.values());
        UUID person = emergency.arrived(People.man("SYR"));
        Call patch =
                emergency
                        .call("PATCH", "persons/" + person)
                        .token(token)
                        .json("{\"sex\":\"FEMALE\",\"reason\":\"misheard\"}");

        emergency.intake().send(patch).expectProblem(428);
        emergency.intake().send(patch.header("If-Match", "soon")).expectProblem(400);
        emergency
                .intake()
                .send(patch.header("If-Match", "\"\"" + ",\"\"".repeat(2_000)))
                .expectProblem(400);
        emergency
                .intake()
                .send(patch.header("If-Match", "\"1\"").key("k".repeat(201)))
                .expectProblem(400);
        for (String query :
                List.of(
                        "limit=0",
                        "limit=1001",
                        "limit=many",
                        "limit=%D9%A5",
                        "cursor=elsewhere")) {
            emergency
                    .placement()
                    .send(emergency.call("GET", "proposals?" + query).token(token))
                    .expectProblem(400);
            emergency
                    .screening()
                    .send(emergency.call("GET", "lines/UNDETERMINED/persons?" + query).token(token))
                    .expectProblem(400);
        }
        emergency
                .intake()
                .send(emergency.call("DELETE", "persons/" + person).token(token))
                .expectProblem(405);
        emergency
                .intake()
                .send(
                        emergency
                                .call("GET", "persons/" + person)
                                .token(token)
                                .header("Accept", "image/png"))
                .expectProblem(406);
    }

    private void refused(Described described, int status, Call call) {
        Answer answer = system.api(described.service()).send(call).expectProblem(status);
        assertThat(answer.body()).as(described.toString()).doesNotContain(CANARY);
    }

    static void nothingIsWritten(Emergency emergency, Runnable bad) {
        long before = emergency.eventsInTheLog();
        bad.run();
        assertThat(emergency.eventsInTheLog()).isEqualTo(before);
    }

    private static Call at(Call call, String path) {
        return new Call(
                call.method(), path, call.token(), call.mediaType(), call.body(), call.headers());
    }

    private static String nested(int depth) {
        return "{\"reason\":" + "{\"a\":".repeat(depth) + "1" + "}".repeat(depth) + "}";
    }

    private static String tooLong(Described described) {
        return Subjects.object(described).put("reason", CANARY.repeat(6_000)).toString();
    }

    private static String twice(Described described, String field) {
        String body = Subjects.object(described).toString();
        return body.substring(0, body.length() - 1) + ",\"" + field + "\":\"" + CANARY + "\"}";
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;

/** What is asked for is what a call gives, or the call is refused and nothing is written. */
@OnTheSharedSystem
class InterfacesTest {

    private final RunningSystem system;

    InterfacesTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void every_list_is_a_table_too() {
        Subjects subjects = new Subjects(Emergency.opened(system, "tables"));
        String token = everyRole(subjects);
        Map<Service, JsonNode> documents = documents();
        List<String> tables = new ArrayList<>();
        for (Described described : reads()) {
            JsonNode content =
                    Objects.requireNonNull(documents.get(described.service()))
                            .path("paths")
                            .path("/" + described.path())
                            .at("/get/responses/200/content");
            JsonNode schema = content.path("application/json").path("schema");
            boolean list =
                    schema.path("$ref").asText().endsWith("/Page")
                            || schema.path("type").asText().equals("array");
            if (!list) {
                continue;
            }
            assertThat(content.has("text/csv")).as("%s is a table too", described).isTrue();
            tables.add(described.path());
            Call call = subjects.call(described).token(token);
            for (Call asked :
                    List.of(with(call, "format=csv"), call.header("Accept", "text/csv"))) {
                Answer table = send(described, asked).expect(200);
                assertThat(table.header("Content-Type")).startsWith("text/csv");
                assertThat(table.body()).as(described.toString()).startsWith("\uFEFF");
            }
            assertThat(send(described, with(call, "format=csv&separator=semicolon")).body())
                    .as(described.toString())
                    .startsWith("\uFEFF")
                    .doesNotMatch("(?s)\uFEFF[^\r]*,.*")
                    .contains(";");
            send(described, with(call, "format=xml")).expectProblem(400);
            send(described, with(call, "format=csv&separator=dot")).expectProblem(400);
        }
        assertThat(tables).hasSizeGreaterThan(40);
    }

    @Test
    void as_of_is_honoured_or_refused() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Subjects subjects = new Subjects(Emergency.opened(system, "as-of"));
        String token = everyRole(subjects);
        List<String> refused = new ArrayList<>();
        for (Described described : reads()) {
            Call call = subjects.call(described).token(token);
            Answer past = send(described, with(call, "asOf=" + before));
            if (described.parameters().contains("asOf")) {
                // What was not there yet is not found.
                if (past.status() != 404) {
                    past.expect(200);
                    assertThat(past.header("View-Position"))
                            .as(described.toString())
                            .isNotEmpty()
                            .isNotEqualTo(send(described, call).header("View-Position"));
                }
            } else {
                assertThat(past.expectProblem(400).text("detail")).contains("asOf");
                refused.add(described.path().replace("operations/{op}/", ""));
            }
        }
        assertThat(refused)
                .contains(
                        "held",
                        "held/{itemId}",
                        "devices/{deviceId}/cursor",
                        "persons/{id}/reads",
                        "exports",
                        "receipt-key",
                        "refused-identity-requests");
    }

    @Test
    void a_parameter_that_a_call_does_not_know_is_refused_and_nothing_is_written() {
        Subjects subjects = new Subjects(Emergency.opened(system, "parameters"));
        String token = everyRole(subjects);
        BadInputTest.nothingIsWritten(
                subjects.emergency(),
                () -> {
                    for (Described described : Described.all(system)) {
                        if (described.isOfficers()) {
                            Call call = subjects.call(described).token(token);
                            send(described, with(call, "facilty=al-hol")).expectProblem(400);
                            send(described, call.header("Accept", "image/png")).expectProblem(406);
                            send(described, call.header("Accept", "*/*;q=0")).expectProblem(406);
                        }
                    }
                });
    }

    @Test
    void a_filter_that_names_nothing_is_refused() {
        Emergency emergency = Emergency.opened(system, "filters");
        emergency.facility("al-hol", "CAMP", 3);
        String token = emergency.officers().auditor();
        for (String query :
                List.of(
                        "placements?facility=typo",
                        "placements?facility=",
                        "placements?facility=al-hol&facility=roj",
                        "placements?status=typo",
                        "duties?facility=typo",
                        "duties?status=typo",
                        "questions?status=typo",
                        "flow?from=yesterday",
                        "facilities?line=SYRIAN_MEN")) {
            emergency
                    .placement()
                    .send(emergency.call("GET", query).token(token))
                    .expectProblem(400);
        }
        emergency
                .placement()
                .send(emergency.call("GET", "placements?facility=al-hol").token(token))
                .expect(200);
        for (String query :
                List.of("screening-queue?group=typo", "screening-again?status=x", "flow?per=day")) {
            emergency
                    .screening()
                    .send(emergency.call("GET", query).token(token))
                    .expectProblem(400);
        }
        emergency
                .screening()
                .send(emergency.call("GET", "lines/typo/persons").token(token))
                .expectProblem(404);
    }

    @Test
    void bodies_are_utf_8() {
        Emergency emergency = Emergency.opened(system, "charset");
        Map<String, Integer> types = new LinkedHashMap<>();
        types.put("application/json", 201);
        types.put("application/json; charset=utf-8", 201);
        types.put("application/json;charset=\"UTF-8\"", 201);
        types.put("APPLICATION/JSON; Charset=UTF-8", 201);
        types.put("application/json; charset=utf-16", 415);
        types.put("application/json; charset=windows-1256", 415);
        types.put("application/json; charset=\"iso-8859-1\"", 415);
        types.put("application/json; charset", 415);
        types.put("application/json; charset=", 415);
        types.put("application/json; charset=utf-8; charset=latin1", 415);
        types.put("application/json; version=2", 201);
        types.put("application/jsonx", 415);
        types.forEach((type, status) -> {
            UUID person = UUID.randomUUID();
            Call arrival = emergency.arrival(person, People.man("SYR"));
            Answer answer = emergency.intake().settle(arrival.content(type, arrival.body()));
            assertThat(answer.status()).as(type).isEqualTo(status);
            Call read = emergency.call("GET", "persons/" + person).token(arrival.token());
            emergency.intake().settle(read).expect(status == 201 ? 200 : 404);
        });
    }

    @Test
    void if_match_names_one_version() {
        Emergency emergency = Emergency.opened(system, "if-match");
        UUID person = emergency.arrived(People.man("SYR"));
        Call read = emergency.call("GET", "persons/" + person).token(emergency.officers().intake());
        String version = emergency.intake().settle(read).header("ETag").replace("\"", "");
        Map<String, Integer> tags = new LinkedHashMap<>();
        tags.put("*", 428);
        tags.put("W/\"%s\"", 412);
        tags.put("\"abc\"", 412);
        tags.put("\"\"", 412);
        tags.put("\"99999999999999999999\"", 412);
        tags.put("%s", 400);
        tags.put("\"%s", 400);
        tags.put("\"%s\", \"%s\"", 400);
        tags.put("\"%s\"\"%s\"", 400);
        tags.put("w/\"%s\"", 400);
        tags.put("\"%s\" x", 400);
        tags.put("soon", 400);
        tags.put("\"%s\"", 200);
        tags.forEach((tag, status) -> {
            Call patch =
                    emergency
                            .call("PATCH", "persons/" + person)
                            .token(emergency.officers().intake())
                            .header("If-Match", tag.replace("%s", version))
                            .json("{\"sex\":\"FEMALE\",\"reason\":\"misheard\"}");
            assertThat(emergency.intake().settle(patch).status()).as(tag).isEqualTo(status);
        });
    }

    @Test
    void json_of_another_type_is_no_text() {
        Emergency emergency = Emergency.opened(system, "no-text");
        UUID person = emergency.arrived(People.man("SYR"));
        JsonNode unused = emergency.awaitLine(person);
        BadInputTest.nothingIsWritten(
                emergency,
                () -> {
                    for (String value : List.of("true", "7", "7.5", "[]", "{}", "[\"x\"]")) {
                        Call moved =
                                emergency
                                        .call("POST", "persons/" + person + "/group")
                                        .token(emergency.officers().line())
                                        .json(
                                                "{\"group\":\"UNDETERMINED\",\"reason\":"
                                                        + value
                                                        + "}");
                        emergency.screening().send(moved).expectProblem(400);
                    }
                });
    }

    private List<Described> reads() {
        return Described.all(system).stream()
                .filter(described -> described.method().equals("GET"))
                .filter(described -> described.path().startsWith("operations/"))
                .toList();
    }

    private Map<Service, JsonNode> documents() {
        Map<Service, JsonNode> documents = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            documents.put(
                    service, system.api(service).send(Call.get("q/openapi?format=json")).json());
        }
        return documents;
    }

    private static String everyRole(Subjects subjects) {
        return subjects.emergency().officers().officer("Every role", Role.values());
    }

    private Answer send(Described described, Call call) {
        return system.api(described.service()).settle(call);
    }

    private static Call with(Call call, String query) {
        return new Call(
                call.method(),
                call.path() + "?" + query,
                call.token(),
                call.mediaType(),
                call.body(),
                call.headers());
    }
}

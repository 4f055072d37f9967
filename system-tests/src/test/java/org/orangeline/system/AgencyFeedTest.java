package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orangeline.launcher.keys.Role;
import org.orangeline.launcher.keys.TokenIssuer;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.runtime.Partitions;

/** What an agency gets from the gateway, from outside, and across its deaths. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AgencyFeedTest {

    private static final int PARTITIONS = 2;
    private static final int MANY = 50_000;
    private static final int BATCH = 2_500;
    private static final String OPERATION = "agencies-1";

    @TempDir static Path folder;
    private static RunningSystem system;
    private static Emergency emergency;

    @BeforeAll
    static void start() throws IOException {
        system = RunningSystem.prepare(folder.resolve("var"), PARTITIONS);
        try {
            put(
                    agreement("everybody", false)
                            .set("events", fields("PersonArrived", "/sex", "/arrivedAt")));
            put(
                    agreement("children", true)
                            .set(
                                    "events",
                                    Answer.MAPPER
                                            .createObjectNode()
                                            .<ObjectNode>setAll(
                                                    fields("PersonArrived", "/sex", "/age/min"))
                                            .<ObjectNode>setAll(
                                                    fields(
                                                            "PersonEnteredScope",
                                                            "/sex",
                                                            "/age/min"))));
            put(
                    agreement("ended", false)
                            .put("validTo", "2020-01-01T00:00:00Z")
                            .set("events", fields("PersonArrived", "/sex")));
            put(
                    agreement("identity", false)
                            .set("events", fields("PersonArrived", "/sex", "/identity")));
            Path unsigned = system.stack().agreements().folder().resolve("unsigned.1.json");
            Files.writeString(unsigned, agreement("unsigned", false).toString());
            system.stack().startBroker();
            system.startServices();
            emergency = Emergency.opened(system, "agencies");
            assertThat(emergency.operation()).isEqualTo(OPERATION);
            system.startGateway();
        } catch (RuntimeException | AssertionError e) {
            system.close();
            throw e;
        }
    }

    @AfterAll
    static void stop() {
        system.close();
    }

    @Test
    @Order(1)
    void a_reader_that_keeps_its_cursor_gets_each_event_once_in_pages_and_as_a_stream() {
        emergency.arrivedTogether(7, People.woman("SYR"));
        Agency pages = new Agency(system, "everybody").awaitEvents(7);
        assertThat(pages.names()).containsOnly("PersonArrived");
        assertThat(pages.ids()).hasSize(7).doesNotHaveDuplicates();

        Agency stream = new Agency(system, "everybody");
        stream.stream(data -> data.size() >= 3);
        stream.stream(data -> data.size() >= 4);
        assertThat(stream.ids()).isEqualTo(pages.ids());

        // Who hangs up gives the place back, however often.
        for (int i = 0; i < 8; i++) {
            Agency dropped = new Agency(system, "everybody");
            Eventually.holds("a stream is open", () -> dropped.opens());
        }

        Agency again = new Agency(system, "everybody").readAll(2);
        assertThat(again.events()).isEqualTo(pages.events());
    }

    @Test
    @Order(2)
    void who_begins_now_hears_of_nothing_before() {
        Agency late = new Agency(system, "everybody");
        Answer now = system.gateway().send(late.call("feed?from=now")).expect(200);
        assertThat(now.json().path("events")).isEmpty();

        UUID person = emergency.arrived(People.woman("SYR"));
        Eventually.holds(
                "the event comes",
                () ->
                        system.gateway()
                                        .send(late.call("feed?cursor=" + now.text("cursor")))
                                        .expect(200)
                                        .json()
                                        .path("events")
                                        .size()
                                == 1);
        assertThat(system.gateway().send(late.call("feed?limit=1000")).body())
                .doesNotContain(person.toString());
    }

    @Test
    @Order(3)
    void an_adult_who_is_corrected_to_a_child_enters_and_the_agency_acknowledges() {
        UUID person = emergency.arrived(People.woman("SYR"));
        Agency children = new Agency(system, "children");
        emergency.corrected(
                person,
                "{\"age\":{\"min\":16,\"max\":16,\"method\":\"DOCUMENT\"},\"reason\":\"a birth"
                        + " certificate\"}");
        children.awaitEvents(1);

        JsonNode entered = children.events().getLast();
        assertThat(entered.path("event").asText()).isEqualTo("PersonEnteredScope");
        assertThat(entered.path("acknowledge").asBoolean()).isTrue();
        assertThat(entered.at("/data/age/min").asInt()).isEqualTo(16);
        assertThat(entered.at("/data/sex").asText()).isEqualTo("FEMALE");

        String notices = "{\"events\":[\"" + entered.path("id").asText() + "\"]}";
        Call acknowledge =
                Call.of("POST", "feed/acknowledgements").token(children.token()).json(notices);
        Answer open = system.gateway().send(acknowledge).expect(200);
        assertThat(open.json().path("count").asInt()).isZero();
        system.gateway().send(acknowledge).expect(200);
        // Not a notice of another agency.
        system.gateway()
                .send(acknowledge.token(new Agency(system, "everybody").token()))
                .expectProblem(400);
    }

    @Test
    @Order(4)
    void two_agencies_share_no_id_of_one_person() {
        Set<String> everybody = ids(new Agency(system, "everybody").readAll(500));
        Set<String> children = ids(new Agency(system, "children").readAll(500));

        assertThat(everybody).isNotEmpty().doesNotContainAnyElementsOf(children);
    }

    @Test
    @Order(5)
    void a_forged_foreign_or_expired_token_or_cursor_is_refused() throws Exception {
        Agency reader = new Agency(system, "everybody").readAll(500);
        String cursor = java.util.Objects.requireNonNull(reader.cursor());
        TokenIssuer tokens = system.stack().tokens();

        assertRefused(401, Call.get("feed"));
        assertRefused(401, Call.get("feed").token("no.token.atall"));
        assertRefused(401, Call.get("feed").token(foreign()));
        assertRefused(
                401,
                Call.get("feed")
                        .token(
                                tokens.issue(
                                        TokenRequest.agency("everybody")
                                                .validFor(Duration.ofMinutes(-5)))));
        for (Role role : Role.values()) {
            if (role != Role.AGENCY) {
                String officer = tokens.issue(TokenRequest.human("Amira Haddad", OPERATION, role));
                assertRefused(403, Call.get("feed").token(officer));
            }
        }
        assertRefused(
                404,
                Call.get("feed")
                        .token(tokens.issue(TokenRequest.machine("x", OPERATION, Role.AGENCY))));
        assertRefused(404, new Agency(system, "nobody").call("feed"));
        assertRefused(403, new Agency(system, "ended").call("feed"));

        assertRefused(400, reader.call("feed?cursor=AAAA"));
        assertRefused(400, reader.call("feed?cursor=" + flipped(cursor)));
        assertRefused(400, new Agency(system, "children").call("feed?cursor=" + cursor));
        assertRefused(
                400, new Agency(system, "children").call("feed").header("Last-Event-ID", cursor));
        assertRefused(400, reader.call("feed?limit=0"));
        assertRefused(400, reader.call("feed?limit=1001"));
        assertRefused(400, reader.call("feed?from=yesterday"));
        // An agency's token opens nothing in the services.
        emergency
                .intake()
                .send(Call.get("operations/" + OPERATION + "/duplicates").token(reader.token()))
                .expectProblem(404);
    }

    @Test
    @Order(6)
    void an_agreement_that_is_refused_gives_no_feed_and_readiness_says_why() {
        assertRefused(404, new Agency(system, "identity").call("feed"));
        assertRefused(404, new Agency(system, "unsigned").call("feed"));

        String health = system.gateway().send(Call.get("q/health/ready")).expect(200).body();
        assertThat(health)
                .contains("identity.1.json: PersonArrived/identity is never told to an agency")
                .contains("unsigned.1.json: it has no signature");
    }

    @Test
    @Order(6)
    void the_gateway_describes_its_calls_and_serves_the_schemas() {
        JsonNode paths =
                system.gateway()
                        .send(Call.get("q/openapi?format=json"))
                        .expect(200)
                        .json()
                        .path("paths");
        List<String> calls = new ArrayList<>();
        paths.properties()
                .forEach(path ->
                        path.getValue()
                                .properties()
                                .forEach(call -> {
                                    calls.add(call.getKey() + " " + path.getKey());
                                    assertThat(call.getValue().path("x-roles").toString())
                                            .isEqualTo("[\"agency\"]");
                                    assertThat(call.getValue().path("summary").asText())
                                            .isNotBlank();
                                }));
        assertThat(calls)
                .containsExactlyInAnyOrder(
                        "get /feed",
                        "get /feed/agreement",
                        "get /feed/acknowledgements",
                        "post /feed/acknowledgements",
                        "get /schemas/{file}");

        Agency reader = new Agency(system, "everybody");
        for (String schema : List.of("PersonArrived.1.json", "ErasureNotice.1.json")) {
            assertThat(
                            system.gateway()
                                    .send(reader.call("schemas/" + schema))
                                    .expect(200)
                                    .text("title"))
                    .isEqualTo(schema.substring(0, schema.indexOf('.')));
        }
        assertRefused(404, reader.call("schemas/NoSuchEvent.1.json"));
        assertRefused(401, Call.get("schemas/PersonArrived.1.json"));
        assertThat(system.gateway().send(reader.call("feed/agreement")).expect(200).text("purpose"))
                .isEqualTo("a test");
        assertThat(system.gateway().send(Call.get("q/metrics")).expect(200).body())
                .contains("orangeline_feed_events{agency=\"everybody\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"python", "sh", "java"})
    @Order(6)
    void the_readers_of_the_page_get_each_event_once_over_two_runs(
            String language, @TempDir Path home) {
        Agency kept = new Agency(system, "everybody");
        var reader =
                new AgencyPageReaders(
                        home,
                        system.stack().gateway().address().resolve("/feed").toString(),
                        kept.token());
        for (int run = 0; run < 2; run++) {
            emergency.arrivedTogether(5, People.woman("SYR"));
            awaitQuiet(kept);
            Process process = reader.start(language);
            try {
                Eventually.holds(
                        language + " has them all",
                        () -> reader.ids().size() >= kept.events().size());
                // What it writes last is its cursor.
                Eventually.pause(500);
            } finally {
                AgencyPageReaders.end(process);
            }
            assertThat(reader.ids()).isEqualTo(kept.ids());
        }
    }

    /** Everything that was registered has been told. */
    private static void awaitQuiet(Agency reader) {
        int before = -1;
        while (before != reader.events().size()) {
            before = reader.events().size();
            Eventually.pause(700);
            reader.readAll(1000);
        }
    }

    @Test
    @Order(7)
    void a_gateway_that_is_killed_again_and_again_tells_each_event_once_and_as_before() {
        Agency before = new Agency(system, "everybody").readAll(500);
        Agency reader = new Agency(system, "everybody").readAll(500);
        int arrivals = 0;
        for (int round = 0; round < 3; round++) {
            Thread writing =
                    Thread.startVirtualThread(() -> {
                        for (int i = 0; i < 5; i++) {
                            emergency.arrivedTogether(200, People.woman("SYR"));
                        }
                    });
            Eventually.pause(300L + round * 400L);
            system.stack().gateway().kill();
            join(writing);
            arrivals += 1_000;
            system.startGateway();
        }
        reader.awaitEvents(before.events().size() + arrivals);
        Eventually.pause(500);
        reader.readAll(500);

        assertThat(reader.events()).hasSize(before.events().size() + arrivals);
        assertThat(reader.ids()).doesNotHaveDuplicates();
        assertThat(reader.ids().subList(0, before.ids().size())).isEqualTo(before.ids());
        Agency fromTheBeginning = new Agency(system, "everybody").readAll(1000);
        assertThat(new HashSet<>(fromTheBeginning.ids())).isEqualTo(new HashSet<>(reader.ids()));
        assertTopicsHold(reader.ids());
    }

    @Test
    @Order(8)
    void an_agency_that_was_away_for_fifty_thousand_events_misses_none_and_gets_none_twice() {
        Agency reader = new Agency(system, "everybody").readAll(1000);
        int before = reader.events().size();
        int hot = emergency.arrivedTogether(3, People.woman("SYR")).size();
        reader.awaitEvents(before + hot);
        String cursor = reader.cursor();
        for (int i = 0; i < MANY / BATCH; i++) {
            emergency.arrivedTogether(BATCH, People.woman("SYR"));
        }
        system.stack().gateway().restart();
        system.startGateway();

        // The same cursor, and the gateway dies once more while it is read.
        while (reader.events().size() < before + hot + MANY / 2) {
            reader.readPage(1000);
        }
        system.stack().gateway().kill();
        system.startGateway();
        reader.awaitEvents(before + hot + MANY);

        assertThat(cursor).isNotEqualTo(reader.cursor());
        assertThat(reader.events()).hasSize(before + hot + MANY);
        assertThat(reader.ids()).doesNotHaveDuplicates();
        assertThat(reader.readAll(1000).events()).hasSize(before + hot + MANY);
    }

    /** The agency's topics hold the very same, each once. */
    private static void assertTopicsHold(List<String> ids) {
        Map<String, Integer> inTopics = new HashMap<>();
        try (var log = system.clients().reader(Map.of())) {
            var places =
                    List.of(
                            new org.apache.kafka.common.TopicPartition(
                                    "agency.everybody.PersonArrived",
                                    Partitions.of(OPERATION, PARTITIONS)));
            log.assign(places);
            log.seekToBeginning(places);
            long end = log.endOffsets(places).values().iterator().next();
            while (log.position(places.getFirst()) < end) {
                log.poll(Duration.ofMillis(200))
                        .forEach(record ->
                                inTopics.merge(
                                        new String(
                                                record.headers().lastHeader("ce_id").value(),
                                                java.nio.charset.StandardCharsets.US_ASCII),
                                        1,
                                        Integer::sum));
            }
        }
        assertThat(inTopics.values()).containsOnly(1);
        assertThat(inTopics.keySet()).isEqualTo(new HashSet<>(ids));
    }

    private static Set<String> ids(Agency agency) {
        Set<String> ids = new HashSet<>();
        for (JsonNode event : agency.events()) {
            ids.add(event.path("id").asText());
            ids.add(event.path("subject").asText());
        }
        return ids;
    }

    private static void assertRefused(int status, Call call) {
        system.gateway().send(call).expectProblem(status);
    }

    private static String foreign() throws NoSuchAlgorithmException {
        return new TokenIssuer(KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate())
                .issue(TokenRequest.agency("everybody"));
    }

    private static String flipped(String cursor) {
        char last = cursor.charAt(cursor.length() - 3);
        return cursor.substring(0, cursor.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + cursor.substring(cursor.length() - 2);
    }

    private static void put(JsonNode agreement) {
        system.stack()
                .agreements()
                .put(
                        agreement.path("agency").asText() + ".1.json",
                        agreement.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static ObjectNode fields(String event, String... pointers) {
        ObjectNode events = Answer.MAPPER.createObjectNode();
        var fields = events.putArray(event);
        for (String pointer : pointers) {
            fields.add(pointer);
        }
        return events;
    }

    static ObjectNode agreement(String agency, boolean children) {
        ObjectNode agreement = Answer.MAPPER.createObjectNode();
        agreement
                .put("agency", agency)
                .put("version", 1)
                .put("name", agency)
                .put("purpose", "a test")
                .put("legalBasis", "a test")
                .put("validFrom", "2019-01-01T00:00:00Z")
                .put("validTo", "2099-01-01T00:00:00Z")
                .put("times", "HOUR")
                .put("groups", false)
                .put("registrationNumbers", false)
                .put("facilityCodes", true);
        ObjectNode rows = agreement.putObject("rows");
        rows.putArray("operations").add(OPERATION);
        rows.put("childrenOnly", children).putArray("facilities");
        rows.putArray("bases");
        return agreement;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}

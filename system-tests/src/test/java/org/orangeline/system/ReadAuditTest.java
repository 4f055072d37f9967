package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** An auditor sees who saw a person; and nobody sees a person unseen. */
@OnTheSharedSystem
class ReadAuditTest {

    private final RunningSystem system;

    ReadAuditTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void every_read_of_a_person_says_who_when_how_and_what_for() {
        Emergency emergency = Emergency.opened(system, "audit");
        Officers officers = emergency.officers();
        UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Zeynep Aslan"));
        UUID other = emergency.arrived(People.woman("SYR"));
        emergency.awaitLine(woman);

        read(emergency, Service.INTAKE, "persons/" + woman, officers.line());
        read(emergency, Service.INTAKE, "persons/" + woman + "/history", officers.intake());
        Answer unused =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/search")
                                        .token(officers.intake())
                                        .header("Purpose", "family asks")
                                        .json("{\"name\":\"Zeynep Aslan\"}"))
                        .expect(200);
        read(emergency, Service.SCREENING, "screening-queue", officers.screener());

        List<JsonNode> reads = reads(emergency, Service.INTAKE, woman);
        assertThat(reads)
                .anyMatch(read -> is(read, "Rojda Amin", "GET /operations/{op}/persons/{id}"))
                .anyMatch(
                        read -> is(read, "Dilan Ose", "GET /operations/{op}/persons/{id}/history"))
                .anyMatch(read ->
                        is(read, "Dilan Ose", "POST /operations/{op}/persons/search")
                                && read.path("purpose").asText().equals("family asks"));
        assertThat(reads.toString()).doesNotContain("Zeynep", "Aslan");
        assertThat(reads(emergency, Service.INTAKE, other))
                .noneMatch(read -> read.path("call").asText().endsWith("/history"));
        assertThat(reads(emergency, Service.SCREENING, woman))
                .anyMatch(read -> read.path("others").asInt() == 1)
                .noneMatch(read -> read.toString().contains(other.toString()));
        // Who looks into the audit is in it as well, from the next time on.
        assertThat(reads(emergency, Service.INTAKE, woman))
                .anyMatch(read ->
                        is(read, "Ines Pereira", "GET /operations/{op}/persons/{id}/reads"));
        emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + woman + "/reads")
                                .token(officers.intake()))
                .expectProblem(403);
    }

    @Test
    void an_export_stands_in_everybodys_reads_and_in_the_list_of_exports_and_costs_the_budget() {
        Emergency emergency = Emergency.opened(system, "export");
        List<UUID> all = emergency.arrivedTogether(520, People.woman("SYR"));
        UUID apart = emergency.arrived(People.man("SYR"));
        String purpose = "for Doctor Nisreen Aziz";
        Answer table =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/search")
                                        .token(emergency.officers().line())
                                        .header("Accept", "text/csv")
                                        .header("Purpose", purpose)
                                        .json("{\"sex\":\"FEMALE\"}"))
                        .expect(200);
        assertThat(table.body().lines()).hasSize(521);

        // The first and the last part of it.
        List<String> ids = all.stream().map(UUID::toString).sorted().toList();
        for (String id : List.of(ids.getFirst(), ids.getLast())) {
            List<JsonNode> reads = reads(emergency, Service.INTAKE, UUID.fromString(id));
            assertThat(reads).hasSize(1);
            assertThat(reads.getFirst().path("persons").toString()).isEqualTo("[\"" + id + "\"]");
            assertThat(reads.getFirst().path("others").asInt()).isEqualTo(519);
            assertThat(reads.getFirst().path("purpose").asText()).isEqualTo(purpose);
            assertThat(reads.getFirst().path("overBudget").asBoolean()).isTrue();
        }
        assertThat(reads(emergency, Service.INTAKE, apart)).isEmpty();

        JsonNode exports = get(emergency, "exports", emergency.officers().coordinator());
        assertThat(exports.path("total").asInt()).isEqualTo(1);
        JsonNode export = exports.path("items").get(0);
        assertThat(export.path("actor").asText()).contains("rojda");
        assertThat(export.path("at").asText()).isNotEmpty();
        assertThat(export.path("call").asText()).endsWith("/persons/search");
        assertThat(export.path("purpose").asText()).isEqualTo(purpose);
        assertThat(export.path("persons").asInt()).isEqualTo(520);
        assertThat(export.path("table").asBoolean()).isTrue();
        emergency
                .intake()
                .settle(emergency.call("GET", "exports").token(emergency.officers().line()))
                .expectProblem(403);
        // What somebody said it is for may name a person: the topic keeps it sealed.
        assertThat(system.log().records("intake-service.reads"))
                .map(line -> LogReading.value(line).toString())
                .anyMatch(line -> line.contains("sealedPurpose"))
                .noneMatch(line -> line.contains("Nisreen"));
    }

    @Test
    void a_large_page_is_an_export_too_and_the_purpose_goes_with_the_identity() {
        Emergency emergency = Emergency.opened(system, "large-page");
        List<UUID> all =
                emergency.arrivedTogether(101, People.named(People.woman("SYR"), "Zeynep Aslan"));
        String officer = emergency.officers().intake();
        get(emergency, "persons/" + all.getFirst(), officer, "asked by her brother Azad");
        Answer unused =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/search")
                                        .token(officer)
                                        .json("{\"sex\":\"FEMALE\",\"limit\":1000}"))
                        .expect(200);
        JsonNode export =
                get(emergency, "exports", emergency.officers().auditor()).path("items").get(0);
        assertThat(export.path("persons").asInt()).isEqualTo(101);
        assertThat(export.path("table").asBoolean()).isFalse();

        assertThat(reads(emergency, Service.INTAKE, all.getFirst()))
                .anyMatch(
                        read -> read.path("purpose").asText().equals("asked by her brother Azad"));
        emergency.erased(all.getFirst());
        Eventually.holds(
                "the purpose cannot be read any more",
                () ->
                        !reads(emergency, Service.INTAKE, all.getFirst())
                                .toString()
                                .contains("Azad"));
    }

    @Test
    void pages_of_the_audit_are_turned_by_cursor() {
        Emergency emergency = Emergency.opened(system, "audit-pages");
        UUID woman = emergency.arrived(People.woman("SYR"));
        for (int i = 0; i < 5; i++) {
            read(emergency, Service.INTAKE, "persons/" + woman, emergency.officers().line());
        }
        List<String> times = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < 3; page++) {
            JsonNode shown =
                    get(
                            emergency,
                            "persons/" + woman + "/reads?limit=2&cursor=" + cursor,
                            emergency.officers().auditor());
            shown.path("items").forEach(item -> times.add(item.path("at").asText()));
            cursor = shown.path("next").asText();
        }
        assertThat(times).hasSize(6).isSorted().doesNotHaveDuplicates();
        emergency
                .intake()
                .settle(
                        emergency
                                .call("GET", "persons/" + woman + "/reads?cursor=MTA")
                                .token(emergency.officers().auditor()))
                .expectProblem(400);
    }

    @Test
    void another_spelling_of_the_id_is_a_read_of_the_same_person() {
        Emergency emergency = Emergency.opened(system, "spelling");
        UUID woman = emergency.arrived(People.woman("SYR"));
        String capitals = woman.toString().toUpperCase(Locale.ROOT);

        read(
                emergency,
                Service.INTAKE,
                "persons/" + capitals + "/history",
                emergency.officers().intake());
        assertThat(reads(emergency, Service.INTAKE, woman))
                .anyMatch(
                        read -> is(read, "Dilan Ose", "GET /operations/{op}/persons/{id}/history"));
        Answer unused =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/search/")
                                        .token(emergency.officers().line())
                                        .json("{\"sex\":\"FEMALE\"}"))
                        .expect(200);
        unused =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("HEAD", "persons/" + woman)
                                        .token(emergency.officers().intake()))
                        .expect(200);
        assertThat(reads(emergency, Service.INTAKE, woman))
                .anyMatch(read -> is(read, "Rojda Amin", "POST /operations/{op}/persons/search"))
                .anyMatch(read -> is(read, "Dilan Ose", "HEAD /operations/{op}/persons/{id}"));
        // Java's own reader of UUIDs takes groups of other lengths.
        String shifted = woman.toString().replaceFirst("-(.)", "$1-");
        emergency
                .intake()
                .send(
                        emergency
                                .call("GET", "persons/" + shifted + "/history")
                                .token(emergency.officers().intake()))
                .expectProblem(400);
    }

    private static boolean is(JsonNode read, String who, String call) {
        return read.path("actor").asText().contains(who.toLowerCase(Locale.ROOT).split(" ")[0])
                && read.path("call").asText().equals(call)
                && read.hasNonNull("at");
    }

    private static JsonNode get(Emergency emergency, String path, String token) {
        return emergency
                .intake()
                .settle(emergency.call("GET", path).token(token))
                .expect(200)
                .json();
    }

    private static void get(Emergency emergency, String path, String token, String purpose) {
        Answer unused =
                emergency
                        .intake()
                        .settle(emergency.call("GET", path).token(token).header("Purpose", purpose))
                        .expect(200);
    }

    private static void read(Emergency emergency, Service service, String path, String token) {
        Answer unused =
                emergency
                        .system()
                        .api(service)
                        .settle(emergency.call("GET", path).token(token))
                        .expect(200);
    }

    private static List<JsonNode> reads(Emergency emergency, Service service, UUID person) {
        return emergency
                .system()
                .api(service)
                .settle(
                        emergency
                                .call("GET", "persons/" + person + "/reads")
                                .token(emergency.officers().auditor()))
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
                .anyMatch(read -> read.path("persons").toString().contains(other.toString()));
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
    void an_export_of_a_whole_list_is_a_line_without_the_persons_and_the_others_are_read_on() {
        Emergency emergency = Emergency.opened(system, "export");
        UUID woman = emergency.arrived(People.woman("SYR"));
        read(emergency, Service.INTAKE, "persons/" + woman, emergency.officers().line());
        Answer unused =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "duplicates")
                                        .token(emergency.officers().line())
                                        .header("Accept", "text/csv"))
                        .expect(200);

        assertThat(reads(emergency, Service.INTAKE, woman))
                .anyMatch(read -> is(read, "Rojda Amin", "GET /operations/{op}/persons/{id}"));
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

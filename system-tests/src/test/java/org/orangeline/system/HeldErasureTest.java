package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** What is held about somebody goes with the identity; what became of it stays. */
@OnTheSharedSystem
class HeldErasureTest {

    private final RunningSystem system;

    HeldErasureTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void what_is_held_stands_nowhere_in_plain_and_is_gone_with_who_is_erased() {
        Emergency emergency = Emergency.opened(system, "held-erased");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        String canary = "Goldammerich";
        UUID known = emergency.arrived(People.woman("SYR"));
        UUID unknown = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officers.intake());
        UUID link =
                tablet.keep(
                        "PUT",
                        "persons/" + unknown + "/family/" + known,
                        Answer.parse("{\"relation\":\"PARENT\",\"reason\":\"" + canary + "\"}"));
        ObjectNode form = Answer.MAPPER.createObjectNode().put("reason", "misheard");
        form.set("identity", People.named(People.man("SYR"), canary).path("identity"));
        UUID named = tablet.keep("PATCH", "persons/" + unknown, form, 0L);
        assertThat(tablet.send()).containsExactly("held", "held");
        assertThat(held.content(named, officers.intake())).contains(canary);
        assertThat(held.content(named, officers.line())).doesNotContain(canary);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "keys/rotation")
                                .token(officers.coordinator())
                                .json("{\"why\":\"SCHEDULE\"}"))
                .expect(200);
        assertThat(held.content(named, officers.intake())).contains(canary);
        for (Path file : CanaryTest.files(system.stack().settings().data())) {
            assertThat(CanaryTest.holds(file, canary)).as("%s holds it", file).isFalse();
        }

        emergency.erased(known);

        held.awaitGone(link);
        emergency.intake().settle(emergency.arrival(unknown, People.man("SYR"))).expect(201);
        held.awaitGone(named);
        assertThat(emergency.history(Service.INTAKE, unknown).body())
                .containsOnlyOnce("PersonDetailsCorrected")
                .doesNotContain("FamilyLinked");
    }

    @Test
    void what_became_of_an_item_that_an_erasure_ended_is_still_told() {
        Emergency emergency = Emergency.opened(system, "held-ended");
        HeldList held = HeldList.inIntake(emergency);
        String officer = emergency.officers().intake();
        UUID known = emergency.arrived(People.woman("SYR"));
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officer);
        UUID link = tablet.keep("PUT", family(UUID.randomUUID(), known), parent("as told"));
        assertThat(tablet.send()).containsExactly("held");
        assertThat(tablet.cursor().path("held").asInt()).isEqualTo(1);

        emergency.erased(known);

        held.awaitGone(link);
        JsonNode line = held.line(link, "settled");
        assertThat(line.path("settlement").path("how").asText()).isEqualTo("ERASED");
        assertThat(line.path("settlement").path("by").asText()).isEqualTo("machine:intake-service");
        assertThat(line.path("settlement").path("at").asText()).isNotEmpty();
        assertThat(line.path("problem").path("type").asText()).endsWith("erased");
        assertThat(tablet.cursor().path("held").asInt()).isZero();
        assertThat(tablet.cursor().path("contiguous").asInt()).isEqualTo(1);
        UUID later = tablet.keep("PUT", family(UUID.randomUUID(), known), parent("as told"));
        assertThat(tablet.send()).as("it, and " + later).containsExactly("rejected", "rejected");
        assertThat(held.line(later)).as("is not even held").isEmpty();
    }

    @Test
    void what_decides_something_about_the_person_is_kept_nowhere() {
        Emergency emergency = Emergency.opened(system, "held-indirect");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID known = emergency.arrived(People.woman("SYR"));
        String access =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("POST", "persons/" + known + "/emergency-access")
                                        .token(officers.intake())
                                        .json(
                                                "{\"reason\":\"collapsed at the gate\",\"minutes\":30}"))
                        .expect(201)
                        .text("accessId");
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-z", officers.auditor());
        UUID review =
                tablet.keep(
                        "POST",
                        "emergency-accesses/" + access + "/review",
                        Answer.parse("{\"justified\":true,\"reason\":\"Wintergoldhaehnchen\"}"));
        emergency.device("tablet-z").revoked();
        // A decision is never kept (S6), so that no erasure has to find it.
        assertThat(tablet.send()).containsExactly("rejected");
        assertThat(
                        held.api()
                                .settle(
                                        emergency
                                                .call("GET", "held/" + review)
                                                .token(officers.auditor()))
                                .body())
                .doesNotContain("Wintergoldhaehnchen");
        emergency.erased(known);
        assertThat(held.lines().toString()).doesNotContain("Wintergoldhaehnchen");
    }

    @Test
    void no_key_that_is_left_opens_what_was_held_about_who_is_erased_nor_what_was_said_of_it() {
        Emergency emergency = Emergency.opened(system, "held-thief");
        HeldList held = HeldList.inIntake(emergency);
        Officers officers = emergency.officers();
        UUID known = emergency.arrived(People.woman("SYR"));
        UUID unknown = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officers.intake());
        UUID link = tablet.keep("PUT", family(UUID.randomUUID(), known), parent("Rotkehlchen"));
        UUID wrong = tablet.keep("PUT", family(UUID.randomUUID(), known), parent("Zaunkoenig"));
        UUID departure =
                tablet.keep("POST", "persons/" + unknown + "/departure", Uploads.DEPARTURE);
        HeldThief thief = new HeldThief(held);
        assertThat(tablet.send()).containsExactly("held", "held", "held");
        Eventually.holds("earlier erasures of others are followed", thief::seesTheMark);
        held.api()
                .settle(
                        held.word(wrong, "discarding", "Grasmuecke is somebody else")
                                .token(officers.coordinator()))
                .expect(200);
        thief.copies();
        assertThat(thief.reads())
                .as("before, the keys are there")
                .contains("Rotkehlchen", "Zaunkoenig", "Grasmuecke", "relatives");

        emergency.erased(known);

        held.awaitGone(link);
        Eventually.holds(
                "the words of who discarded it are gone",
                () ->
                        held.line(wrong, "settled")
                                .path("settlement")
                                .path("reason")
                                .asText("")
                                .isEmpty());
        assertThat(held.line(wrong, "settled").path("settlement").path("how").asText())
                .isEqualTo("DISCARDED");
        // Until the keys are rotated; once they are gone, nothing brings them back.
        Eventually.holds(
                "only what is about others can be read",
                () -> {
                    thief.copies();
                    String read = thief.reads();
                    return read.contains("relatives")
                            && Stream.of("Rotkehlchen", "Zaunkoenig", "Grasmuecke")
                                    .noneMatch(read::contains);
                });

        emergency.intake().settle(emergency.arrival(unknown, People.man("SYR"))).expect(201);
        held.awaitGone(departure);
        emergency.erased(unknown);
        Eventually.holds(
                "what was decided before the erasure is gone as well",
                () -> thief.reads().isEmpty());
    }

    private static String family(UUID one, UUID other) {
        return "persons/" + one + "/family/" + other;
    }

    private static JsonNode parent(String reason) {
        return Answer.MAPPER.createObjectNode().put("relation", "PARENT").put("reason", reason);
    }
}

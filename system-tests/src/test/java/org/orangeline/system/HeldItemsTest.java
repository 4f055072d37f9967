package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/** What a tablet says of somebody whom another tablet still has: safe, and released by itself. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeldItemsTest {

    private RunningSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.startTurnable(folder.resolve("var"), 2);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_correction_and_a_link_before_the_arrivals_are_applied_once_after_a_crash_too() {
        Emergency emergency = Emergency.opened(system, "held");
        String officer = emergency.officers().intake();
        UUID mother = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        Uploads early = new Uploads(emergency, Service.INTAKE, "tablet-b", officer);
        UUID correction =
                early.keep(
                        "PATCH",
                        "persons/" + mother,
                        json("{\"needs\":[\"WOUNDED\"]," + "\"reason\":\"said so\"}"),
                        0L);
        UUID link =
                early.keep(
                        "PUT",
                        "persons/" + child + "/family/" + mother,
                        json("{\"relation\":\"PARENT\",\"reason\":\"both said so\"}"));

        assertThat(early.send()).containsExactly("held", "held");

        assertThat(early.cursor().path("contiguous").asInt()).isEqualTo(2);
        assertThat(early.cursor().path("held").asInt()).isEqualTo(2);
        assertThat(waitingFor(emergency, correction)).containsExactly(mother.toString());
        assertThat(waitingFor(emergency, link))
                .containsExactlyInAnyOrder(mother.toString(), child.toString());
        system.process(Service.INTAKE).kill();
        ServiceProcess unused = system.process(Service.INTAKE).start().awaitReady(Eventually.LIMIT);
        assertThat(early.send()).containsExactly("held", "held");

        Uploads first = new Uploads(emergency, Service.INTAKE, "tablet-a", officer);
        UUID arrival = first.keep("PUT", "arrivals/" + mother, People.woman("SYR"));
        assertThat(first.send()).as(arrival.toString()).containsExactly("durable");
        awaitGone(emergency, Service.INTAKE, correction);
        assertThat(waitingFor(emergency, link)).containsExactly(child.toString());
        Uploads second = new Uploads(emergency, Service.INTAKE, "tablet-c", officer);
        UUID other = second.keep("PUT", "arrivals/" + child, People.child("SYR"));
        assertThat(second.send()).as(other.toString()).containsExactly("durable");
        awaitGone(emergency, Service.INTAKE, link);

        assertThat(early.send()).containsExactly("durable", "durable");
        assertThat(early.cursor().path("held").asInt()).isZero();
        String history = emergency.history(Service.INTAKE, mother).body();
        assertThat(history).containsOnlyOnce("PersonDetailsCorrected");
        assertThat(emergency.history(Service.INTAKE, child).body())
                .containsOnlyOnce("FamilyLinked");
        system.verify();
    }

    @Test
    void placement_and_screening_hold_what_is_about_somebody_they_have_not_heard_of() {
        Emergency emergency = Emergency.opened(system, "held-elsewhere");
        UUID one = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        Uploads apart =
                new Uploads(
                        emergency, Service.PLACEMENT, "tablet-p", emergency.officers().placement());
        UUID kept =
                apart.keep(
                        "POST",
                        "persons/" + one + "/kept-apart/" + other,
                        json("{\"reason\":\"they fought\"}"));
        Uploads medical =
                new Uploads(
                        emergency, Service.SCREENING, "tablet-s", emergency.officers().screener());
        UUID opened = medical.keep("POST", "persons/" + one + "/recommendation", finding());
        assertThat(apart.send()).containsExactly("held");
        assertThat(medical.send()).containsExactly("held");

        emergency.intake().settle(emergency.arrival(one, People.man("SYR"))).expect(201);
        emergency.intake().settle(emergency.arrival(other, People.man("SYR"))).expect(201);

        awaitGone(emergency, Service.PLACEMENT, kept);
        awaitGone(emergency, Service.SCREENING, opened);
        assertThat(emergency.history(Service.PLACEMENT, one).body())
                .containsOnlyOnce("KeepApartDeclared");
        assertThat(emergency.history(Service.SCREENING, one).body())
                .containsOnlyOnce("FindingRecommended");
    }

    @Test
    void what_waits_for_longer_than_a_day_is_reported_and_what_is_refused_then_is_listed() {
        Emergency emergency = Emergency.opened(system, "held-long");
        String officer = emergency.officers().intake();
        UUID person = UUID.randomUUID();
        Uploads one = new Uploads(emergency, Service.INTAKE, "tablet-1", officer);
        UUID corrected =
                one.keep(
                        "PATCH",
                        "persons/" + person,
                        json("{\"needs\":[\"WOUNDED\"],\"reason\":\"said so\"}"),
                        0L);
        UUID left = one.keep("POST", "persons/" + person + "/departure", departure());
        UUID leftAgain = one.keep("POST", "persons/" + person + "/departure", departure());
        assertThat(one.send()).containsExactly("held", "held", "held");
        assertThat(line(emergency, left).path("overdue").asBoolean()).isFalse();

        system.stack().clock().turn(Duration.ofHours(25));

        Eventually.holds(
                "the service's clock has followed",
                () -> line(emergency, left).path("overdue").asBoolean());
        Eventually.holds(
                "it is logged", () -> said(Service.INTAKE).contains("held item " + leftAgain));
        assertThat(system.api(Service.INTAKE).send(Call.get("q/metrics")).body())
                .containsPattern("orangeline_held_overdue(\\{[^}]*})? [3-9]\\.0");
        system.process(Service.INTAKE).kill();
        ServiceProcess unused = system.process(Service.INTAKE).start().awaitReady(Eventually.LIMIT);

        emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
        awaitGone(emergency, Service.INTAKE, corrected);
        awaitGone(emergency, Service.INTAKE, left);
        Eventually.holds(
                "the second departure is refused",
                () -> line(emergency, leftAgain).path("state").asText().equals("REFUSED"));
        assertThat(said(Service.INTAKE).split("held item " + left + " .* waits", -1)).hasSize(2);
        JsonNode refused = line(emergency, leftAgain);
        assertThat(refused.path("problem").path("status").asInt()).isEqualTo(409);
        assertThat(one.send()).containsExactly("durable", "durable", "rejected");
        acknowledged(emergency, leftAgain);
        String history = emergency.history(Service.INTAKE, person).body();
        assertThat(history.indexOf("PersonDetailsCorrected"))
                .isPositive()
                .isLessThan(history.indexOf("PersonLeft"));
    }

    private static void acknowledged(Emergency emergency, UUID item) {
        Call call =
                emergency
                        .call("POST", "held/" + item + "/acknowledgement")
                        .json("{\"reason\":\"told the reception point\"}");
        Officers officers = emergency.officers();
        emergency
                .intake()
                .send(call.token(officers.machine(org.orangeline.launcher.keys.Role.COORDINATOR)))
                .expectRule(422, "S6");
        emergency.intake().settle(call.token(officers.coordinator())).expect(200);
        emergency.intake().send(call.token(officers.coordinator())).expectProblem(409);
        awaitGone(emergency, Service.INTAKE, item);
        Answer settled =
                emergency
                        .intake()
                        .settle(
                                emergency
                                        .call("GET", "held?state=settled")
                                        .token(officers.coordinator()))
                        .expect(200);
        assertThat(settled.body()).contains("human:", "ACKNOWLEDGED", "told the reception point");
    }

    @Test
    void what_is_held_stands_nowhere_in_plain_and_is_gone_with_who_is_erased() throws IOException {
        Emergency emergency = Emergency.opened(system, "held-erased");
        Officers officers = emergency.officers();
        String canary = "Goldammerich";
        UUID known = emergency.arrived(People.woman("SYR"));
        UUID unknown = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-x", officers.intake());
        UUID link =
                tablet.keep(
                        "PUT",
                        "persons/" + unknown + "/family/" + known,
                        json("{\"relation\":\"PARENT\",\"reason\":\"" + canary + "\"}"));
        ObjectNode form = json("{\"reason\":\"misheard\"}");
        form.set("identity", People.named(People.man("SYR"), canary).path("identity"));
        UUID named = tablet.keep("PATCH", "persons/" + unknown, form, 0L);
        assertThat(tablet.send()).containsExactly("held", "held");
        assertThat(content(emergency, named, officers.intake())).contains(canary);
        assertThat(content(emergency, named, officers.line())).doesNotContain(canary);
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "keys/rotation")
                                .token(officers.coordinator())
                                .json("{\"why\":\"SCHEDULE\"}"))
                .expect(200);
        assertThat(content(emergency, named, officers.intake())).contains(canary);
        for (Path file : CanaryTest.files(system.stack().settings().data())) {
            assertThat(CanaryTest.holds(file, canary)).as("%s holds it", file).isFalse();
        }

        emergency.erased(known);

        awaitGone(emergency, Service.INTAKE, link);
        emergency.intake().settle(emergency.arrival(unknown, People.man("SYR"))).expect(201);
        awaitGone(emergency, Service.INTAKE, named);
        assertThat(emergency.history(Service.INTAKE, unknown).body())
                .containsOnlyOnce("PersonDetailsCorrected")
                .doesNotContain("FamilyLinked");
    }

    @Test
    void another_instance_releases_what_the_one_before_it_took() {
        Emergency emergency = Emergency.opened(system, "held-takeover");
        UUID person = UUID.randomUUID();
        Uploads tablet =
                new Uploads(
                        emergency, Service.SCREENING, "tablet-t", emergency.officers().screener());
        UUID cleared = tablet.keep("POST", "persons/" + person + "/recommendation", finding());
        assertThat(tablet.send()).containsExactly("held");
        ServiceProcess first = system.process(Service.SCREENING);
        ServiceProcess second = system.another(Service.SCREENING, Map.of());
        try {
            first.kill();
            emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
            Api there = new Api(second.address());
            Eventually.holds(
                    "the other instance has released it",
                    () ->
                            !there.settle(
                                            emergency
                                                    .call("GET", "held")
                                                    .token(emergency.officers().coordinator()))
                                    .expect(200)
                                    .body()
                                    .contains(cleared.toString()));
            assertThat(
                            there.settle(
                                            emergency
                                                    .call("GET", "persons/" + person + "/history")
                                                    .token(emergency.officers().auditor()))
                                    .expect(200)
                                    .body())
                    .containsOnlyOnce("FindingRecommended");
        } finally {
            second.kill();
            ServiceProcess unused = first.start().awaitReady(Eventually.LIMIT);
        }
    }

    @Test
    void what_can_never_be_decided_is_discarded_by_a_human_and_what_is_behind_it_goes_on() {
        Emergency emergency = Emergency.opened(system, "held-wrong");
        Officers officers = emergency.officers();
        UUID person = UUID.randomUUID();
        UUID nobody = UUID.randomUUID();
        Uploads tablet = new Uploads(emergency, Service.INTAKE, "tablet-w", officers.intake());
        UUID wrong =
                tablet.keep(
                        "PUT",
                        "persons/" + person + "/family/" + nobody,
                        json("{\"relation\":\"PARENT\",\"reason\":\"both said so\"}"));
        UUID behind = tablet.keep("POST", "persons/" + person + "/departure", departure());
        assertThat(tablet.send()).containsExactly("held", "held");
        emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
        assertThat(waitingFor(emergency, behind)).as("only in its turn").isEmpty();
        Call discarding =
                emergency
                        .call("POST", "held/" + wrong + "/discarding")
                        .json("{\"reason\":\"there is no such person\"}");

        emergency.intake().send(discarding.token(officers.intake())).expectProblem(403);
        emergency.intake().settle(discarding.token(officers.coordinator())).expect(200);
        emergency.intake().send(discarding.token(officers.coordinator())).expectProblem(409);

        awaitGone(emergency, Service.INTAKE, behind);
        assertThat(tablet.send()).containsExactly("rejected", "durable");
        assertThat(emergency.history(Service.INTAKE, person).body())
                .containsOnlyOnce("PersonLeft")
                .doesNotContain("FamilyLinked");
    }

    private static ObjectNode finding() {
        return json(
                "{\"finding\":\"CIVILIAN\",\"grounds\":[{\"code\":"
                        + "\"NO_INDICATION\",\"statement\":\"as told\"}],"
                        + "\"evidence\":[\"interview/17\"]}");
    }

    private static String content(Emergency emergency, UUID item, String officer) {
        return emergency
                .intake()
                .settle(emergency.call("GET", "held/" + item).token(officer))
                .expect(200)
                .body();
    }

    private String said(Service service) {
        try {
            return Files.readString(system.logFile(system.process(service).name()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<String> waitingFor(Emergency emergency, UUID item) {
        return line(emergency, item)
                .path("waitingFor")
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode line(Emergency emergency, UUID item) {
        return lines(emergency, Service.INTAKE)
                .valueStream()
                .filter(line -> line.path("itemId").asText().equals(item.toString()))
                .findFirst()
                .orElseGet(Answer.MAPPER::createObjectNode);
    }

    private static void awaitGone(Emergency emergency, Service service, UUID item) {
        Eventually.holds(
                item + " is not held any more",
                () ->
                        lines(emergency, service).findValuesAsText("itemId").stream()
                                .noneMatch(item.toString()::equals));
    }

    private static JsonNode lines(Emergency emergency, Service service) {
        return emergency
                .system()
                .api(service)
                .settle(emergency.call("GET", "held").token(emergency.officers().coordinator()))
                .expect(200)
                .json()
                .path("items");
    }

    private static ObjectNode json(String text) {
        try {
            return (ObjectNode) Answer.MAPPER.readTree(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ObjectNode departure() {
        return json("{\"leftAt\":\"2019-03-06T10:00:00Z\",\"reason\":\"fetched by relatives\"}");
    }
}

package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.keys.Role;
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
        HeldList held = HeldList.inIntake(emergency);
        String officer = emergency.officers().intake();
        UUID mother = UUID.randomUUID();
        UUID child = UUID.randomUUID();
        Uploads early = new Uploads(emergency, Service.INTAKE, "tablet-b", officer);
        UUID correction =
                early.keep(
                        "PATCH",
                        "persons/" + mother,
                        Answer.parse("{\"needs\":[\"WOUNDED\"]," + "\"reason\":\"said so\"}"),
                        0L);
        UUID link =
                early.keep(
                        "PUT",
                        "persons/" + child + "/family/" + mother,
                        Answer.parse("{\"relation\":\"PARENT\",\"reason\":\"both said so\"}"));

        assertThat(early.send()).containsExactly("held", "held");

        assertThat(early.cursor().path("contiguous").asInt()).isEqualTo(2);
        assertThat(early.cursor().path("held").asInt()).isEqualTo(2);
        assertThat(held.waitingFor(correction)).containsExactly(mother.toString());
        assertThat(held.waitingFor(link))
                .containsExactlyInAnyOrder(mother.toString(), child.toString());
        system.process(Service.INTAKE).kill();
        ServiceProcess unused = system.process(Service.INTAKE).start().awaitReady(Eventually.LIMIT);
        assertThat(early.send()).containsExactly("held", "held");

        Uploads first = new Uploads(emergency, Service.INTAKE, "tablet-a", officer);
        UUID arrival = first.keep("PUT", "arrivals/" + mother, People.woman("SYR"));
        assertThat(first.send()).as(arrival.toString()).containsExactly("durable");
        held.awaitGone(correction);
        assertThat(held.waitingFor(link)).containsExactly(child.toString());
        Uploads second = new Uploads(emergency, Service.INTAKE, "tablet-c", officer);
        UUID other = second.keep("PUT", "arrivals/" + child, People.child("SYR"));
        assertThat(second.send()).as(other.toString()).containsExactly("durable");
        held.awaitGone(link);

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
                        Answer.parse("{\"reason\":\"they fought\"}"));
        Uploads medical =
                new Uploads(
                        emergency, Service.SCREENING, "tablet-s", emergency.officers().screener());
        UUID opened = medical.keep("POST", "persons/" + one + "/screening", opening());
        assertThat(apart.send()).containsExactly("held");
        assertThat(medical.send()).containsExactly("held");

        emergency.intake().settle(emergency.arrival(one, People.man("SYR"))).expect(201);
        emergency.intake().settle(emergency.arrival(other, People.man("SYR"))).expect(201);

        new HeldList(emergency, Service.PLACEMENT).awaitGone(kept);
        new HeldList(emergency, Service.SCREENING).awaitGone(opened);
        assertThat(emergency.history(Service.PLACEMENT, one).body())
                .containsOnlyOnce("KeepApartDeclared");
        assertThat(emergency.history(Service.SCREENING, one).body())
                .containsOnlyOnce("ScreeningOpened");
    }

    @Test
    void what_waits_for_longer_than_a_day_is_reported_and_what_is_refused_then_is_listed() {
        Emergency emergency = Emergency.opened(system, "held-long");
        HeldList held = HeldList.inIntake(emergency);
        String officer = emergency.officers().intake();
        UUID person = UUID.randomUUID();
        Uploads one = new Uploads(emergency, Service.INTAKE, "tablet-1", officer);
        UUID corrected =
                one.keep(
                        "PATCH",
                        "persons/" + person,
                        Answer.parse("{\"needs\":[\"WOUNDED\"],\"reason\":\"said so\"}"),
                        0L);
        UUID left = one.keep("POST", "persons/" + person + "/departure", Uploads.DEPARTURE);
        UUID leftAgain = one.keep("POST", "persons/" + person + "/departure", Uploads.DEPARTURE);
        assertThat(one.send()).containsExactly("held", "held", "held");
        assertThat(held.line(left).path("overdue").asBoolean()).isFalse();

        system.stack().clock().turn(Duration.ofHours(25));

        Eventually.holds(
                "the service's clock has followed",
                () -> held.line(left).path("overdue").asBoolean());
        Eventually.holds(
                "it is logged", () -> said(Service.INTAKE).contains("held item " + leftAgain));
        assertThat(system.api(Service.INTAKE).send(Call.get("q/metrics")).body())
                .containsPattern("orangeline_held_overdue(\\{[^}]*})? [3-9]\\.0");
        system.process(Service.INTAKE).kill();
        ServiceProcess unused = system.process(Service.INTAKE).start().awaitReady(Eventually.LIMIT);

        emergency.intake().settle(emergency.arrival(person, People.man("SYR"))).expect(201);
        held.awaitGone(corrected);
        held.awaitGone(left);
        Eventually.holds(
                "the second departure is refused",
                () -> held.line(leftAgain).path("state").asText().equals("REFUSED"));
        assertThat(said(Service.INTAKE).split("held item " + left + " .* waits", -1)).hasSize(2);
        JsonNode refused = held.line(leftAgain);
        assertThat(refused.path("problem").path("status").asInt()).isEqualTo(409);
        assertThat(one.send()).containsExactly("durable", "durable", "rejected");
        acknowledged(held, leftAgain);
        String history = emergency.history(Service.INTAKE, person).body();
        assertThat(history.indexOf("PersonDetailsCorrected"))
                .isPositive()
                .isLessThan(history.indexOf("PersonLeft"));
    }

    private static void acknowledged(HeldList held, UUID item) {
        Officers officers = held.emergency().officers();
        Call call = held.word(item, "acknowledgement", "told the reception point");
        held.api().send(call.token(officers.machine(Role.COORDINATOR))).expectRule(422, "S6");
        held.api().settle(call.token(officers.coordinator())).expect(200);
        held.api().send(call.token(officers.coordinator())).expect(200);
        held.api()
                .send(call.token(officers.officer("Karim Saleh", Role.COORDINATOR)))
                .expectProblem(409);
        held.awaitGone(item);
        assertThat(held.line(item, "settled").toString())
                .contains("human:", "ACKNOWLEDGED", "told the reception point");
    }

    @Test
    void another_instance_releases_what_the_one_before_it_took() {
        Emergency emergency = Emergency.opened(system, "held-takeover");
        UUID person = UUID.randomUUID();
        Uploads tablet =
                new Uploads(
                        emergency, Service.SCREENING, "tablet-t", emergency.officers().screener());
        UUID opened = tablet.keep("POST", "persons/" + person + "/screening", opening());
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
                                    .contains(opened.toString()));
            assertThat(
                            there.settle(
                                            emergency
                                                    .call("GET", "persons/" + person + "/history")
                                                    .token(emergency.officers().auditor()))
                                    .expect(200)
                                    .body())
                    .containsOnlyOnce("ScreeningOpened");
        } finally {
            second.kill();
            ServiceProcess unused = first.start().awaitReady(Eventually.LIMIT);
        }
    }

    private static JsonNode opening() {
        return Answer.parse("{\"language\":\"ar-IQ\"}");
    }

    private String said(Service service) {
        try {
            return Files.readString(system.logFile(system.process(service).name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

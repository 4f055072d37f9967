package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/** SIGKILL in the middle of the work: what was answered is there once, and the work goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrashTest {

    private static final ObjectNode FORM = People.woman("SYR");
    private static final Duration TABLET_WAITS = Duration.ofSeconds(20);
    private static final int SOME = 60;

    private RunningSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 2);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void intake_is_killed_while_tablets_register() {
        Emergency emergency = Emergency.opened(system, "kill-intake");
        Answer before =
                emergency.intake().settle(emergency.arrival(UUID.randomUUID(), FORM)).expect(201);

        Load load = registering(emergency);
        try (load) {
            killAndRestart(Service.INTAKE, load);
        }

        load.stop().isInTheLog(inTheLog(emergency, "PersonArrived"));
        // The receipts are remembered from the log alone.
        load.answered()
                .forEach((person, receipt) ->
                        assertThat(
                                        claims(
                                                emergency
                                                        .intake()
                                                        .settle(emergency.arrival(person, FORM))
                                                        .expect(200)))
                                .isEqualTo(claims(receipt)));
        UUID first = UUID.fromString(before.text("personId"));
        assertThat(emergency.intake().settle(emergency.arrival(first, FORM)).expect(200).json())
                .isEqualTo(before.json());
        emergency.intake().settle(emergency.arrival(first, People.man("FRA"))).expectProblem(409);
        system.verify();
    }

    /** A receipt without how it was signed: alone, or together with others. */
    private static JsonNode claims(Answer receipt) {
        ObjectNode said = receipt.json().deepCopy();
        String[] parts = said.path("signed").asText().split("\\.");
        return said.put("signed", parts[1]);
    }

    @Test
    void screening_is_killed_while_officers_recommend() {
        Emergency emergency = Emergency.opened(system, "kill-screening");
        List<UUID> people = emergency.arrivedTogether(1_500, FORM);
        emergency.awaitWaiting("IS_WOMEN", people.size());
        // What is asked first is no part of what is killed.
        people.forEach(emergency::asked);

        Load load =
                Load.start(
                        eachOf(people),
                        person ->
                                emergency
                                        .screening()
                                        .patience(TABLET_WAITS)
                                        .attempt(
                                                emergency
                                                        .recommendationOfAsked(
                                                                emergency.officers().screener(),
                                                                person,
                                                                "FAMILY_MEMBER",
                                                                "FAMILY_TIE")
                                                        .key("recommend " + person)));
        try (load) {
            killAndRestart(Service.SCREENING, load);
        }

        load.stop().isInTheLog(inTheLog(emergency, "FindingRecommended"));
        system.verify();
    }

    @Test
    void placement_is_killed_while_officers_order() {
        Emergency emergency = Emergency.opened(system, "kill-placement");
        emergency.facility("al-hol", "CAMP", 5_000);
        List<UUID> people = emergency.arrivedTogether(1_500, FORM);
        emergency.awaitPlaceable(people.getLast());

        // The same words each time: an order says when the person consented.
        Map<UUID, Call> orders = new ConcurrentHashMap<>();
        Load load =
                Load.start(
                        eachOf(people),
                        person ->
                                emergency
                                        .placement()
                                        .patience(TABLET_WAITS)
                                        .attempt(
                                                orders.computeIfAbsent(
                                                        person,
                                                        one ->
                                                                emergency
                                                                        .order(
                                                                                one,
                                                                                "al-hol",
                                                                                Orders.SHELTER)
                                                                        .key("order " + one))));
        try (load) {
            killAndRestart(Service.PLACEMENT, load);
        }

        load.stop();
        Map<String, Long> inTheLog = inTheLog(emergency, "PlacementOrdered");
        load.isInTheLog(inTheLog);
        assertThat(emergency.facilityNow("al-hol").path("reserved").asInt())
                .isEqualTo(inTheLog.size());
        system.verify();
    }

    @Test
    void the_broker_is_killed_while_tablets_register() {
        Emergency emergency = Emergency.opened(system, "kill-broker");

        Load load = registering(emergency);
        try (load) {
            load.awaitMore(SOME);
            system.stack().broker().kill();
            Eventually.holds(
                    "readiness says that the outcome of some is not known",
                    () -> {
                        Answer ready = emergency.intake().send(Call.get("q/health/ready"));
                        return ready.status() == 503
                                && ready.body().contains("it is not known yet whether");
                    });
            Eventually.holds("somebody is told so", () -> !load.unavailable().isEmpty());
            Answer told =
                    emergency
                            .intake()
                            .send(emergency.arrival(UUID.randomUUID(), FORM))
                            .expectProblem(503);
            assertThat(told.header("Retry-After")).matches("\\d+");
            assertThat(system.stack().startBroker().broker().isAlive()).isTrue();
            // Nobody restarts anything: the services find the broker again by themselves.
            load.awaitMore(SOME);
        }

        load.unavailable().forEach(answer -> answer.expectProblem(503));
        load.stop().isInTheLog(inTheLog(emergency, "PersonArrived"));
        UUID late = emergency.arrived(FORM);
        assertThat(emergency.awaitLine(late).path("group").asText()).isEqualTo("IS_WOMEN");
        emergency.awaitPlaceable(late);
        system.awaitReady().verify();
    }

    private void killAndRestart(Service service, Load load) {
        load.awaitMore(SOME);
        ServiceProcess process = system.process(service);
        process.kill();
        load.awaitFailure();
        ServiceProcess unused = process.start().awaitReady(Eventually.LIMIT);
        load.awaitMore(SOME);
    }

    private static Load registering(Emergency emergency) {
        return Load.start(
                () -> Optional.of(UUID.randomUUID()),
                person -> {
                    Eventually.pause(5);
                    return emergency
                            .intake()
                            .patience(TABLET_WAITS)
                            .attempt(emergency.arrival(person, FORM));
                });
    }

    private static Supplier<Optional<UUID>> eachOf(List<UUID> people) {
        Queue<UUID> queue = new ConcurrentLinkedQueue<>(people);
        return () -> Optional.ofNullable(queue.poll());
    }

    private Map<String, Long> inTheLog(Emergency emergency, String event) {
        return system.log().countBySubject(event, emergency.operation());
    }
}

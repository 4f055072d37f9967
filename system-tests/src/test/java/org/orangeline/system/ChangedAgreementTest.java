package org.orangeline.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.agreement.AgencyKeys;
import org.orangeline.events.Service;

/** The gateway and intake-service go by what a version of an agreement said at first. */
class ChangedAgreementTest {

    private static final String OPERATION = "changes-1";

    @TempDir Path folder;

    @Test
    void a_content_that_changed_without_a_new_version_has_no_feed_and_the_others_go_on()
            throws IOException {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 2)) {
            Emergency emergency = started(system);
            UUID woman = emergency.arrived(People.named(People.woman("SYR"), "Leyla Botan"));
            system.startGateway();
            ask(emergency, woman).expect(200);
            Agency told = new Agency(system, "changed").awaitEvents(1);

            AgreementForm.put(system, agreement("changed", 1, "/sex", "/age/min"));
            restart(system);
            system.process(Service.INTAKE).restart();
            system.awaitReady();
            system.gateway().send(new Agency(system, "changed").call("feed")).expectProblem(404);
            ask(emergency, woman).expectProblem(403);
            assertThat(health(system))
                    .contains("changed.1.json: its content was changed without a new version")
                    .contains("steady/1")
                    .doesNotContain("changed/1");
            emergency.arrived(People.woman("SYR"));
            assertThat(new Agency(system, "steady").awaitEvents(2).ids()).hasSize(2);

            // As it was, it goes on where it was.
            AgreementForm.put(system, agreement("changed", 1, "/sex"));
            restart(system);
            assertThat(health(system)).doesNotContain("refused");
            ask(emergency, woman).expect(200);
            assertThat(told.awaitEvents(2).ids()).hasSize(2).doesNotHaveDuplicates();

            AgreementForm.put(system, agreement("changed", 2, "/sex", "/age/min"));
            restart(system);
            String old = Objects.requireNonNull(told.cursor());
            system.gateway().send(told.call("feed?cursor=" + old)).expectProblem(400);
            Agency renewed = new Agency(system, "changed").awaitEvents(2);
            assertThat(renewed.events().getFirst().at("/data/age/min").asInt()).isEqualTo(28);
            ask(emergency, woman).expect(200);

            // An older version never takes the place of a newer one.
            Files.delete(system.stack().agreements().folder().resolve("changed.2.json"));
            restart(system);
            system.gateway().send(new Agency(system, "changed").call("feed")).expectProblem(404);
            assertThat(health(system))
                    .contains("changed.1.json: a newer version was gone by before");
            ask(emergency, woman).expectProblem(403);
        }
    }

    @Test
    void what_is_taken_away_ends_while_the_gateway_runs_and_goes_on_when_it_is_back()
            throws IOException {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 2)) {
            Emergency emergency = started(system);
            system.startGateway();
            Path agreements = system.stack().agreements().folder();
            Agency steady = new Agency(system, "steady");
            emergency.arrived(People.woman("SYR"));
            Agency told = new Agency(system, "changed").awaitEvents(1);
            CompletableFuture<List<String>> stream = openStream(system);

            Files.delete(agreements.resolve("changed.1.json"));
            awaitAnswer(404, told);
            assertThat(stream.orTimeout(Eventually.LIMIT.toMinutes(), TimeUnit.MINUTES).join())
                    .hasSize(1);
            system.gateway().send(acknowledgement(told)).expectProblem(404);
            system.gateway().send(told.call("feed/agreement")).expectProblem(404);
            assertThat(health(system)).contains("steady/1").doesNotContain("changed");
            emergency.arrived(People.woman("SYR"));
            steady.awaitEvents(2);
            assertThat(inTopic(system, "changed")).isEqualTo(told.ids());

            AgreementForm.put(system, agreement("changed", 1, "/sex"));
            awaitAnswer(200, told);
            told.awaitEvents(2);

            Files.delete(agreements.resolve("changed.1.json.sig"));
            awaitAnswer(404, told);
            assertThat(health(system)).contains("changed.1.json: it has no signature");
            emergency.arrived(People.woman("SYR"));
            steady.awaitEvents(3);
            assertThat(inTopic(system, "changed")).isEqualTo(told.ids());

            AgreementForm.put(system, agreement("changed", 1, "/sex", "/age/min"));
            Eventually.holds(
                    "the other content is refused",
                    () -> health(system).contains("its content was changed without a new version"));
            awaitAnswer(404, told);

            AgreementForm.put(system, agreement("changed", 1, "/sex"));
            awaitAnswer(200, told);
            emergency.arrived(People.woman("SYR"));
            told.awaitEvents(4);
            assertThat(told.ids()).hasSize(4).doesNotHaveDuplicates();
            assertThat(inTopic(system, "changed"))
                    .containsExactlyInAnyOrderElementsOf(told.ids())
                    .hasSize(4);
            assertThat(health(system)).doesNotContain("refused");
            assertThat(steady.awaitEvents(4).ids()).hasSize(4).doesNotHaveDuplicates();
        }
    }

    @Test
    void what_is_new_begins_while_the_gateway_runs() throws IOException {
        try (RunningSystem system = RunningSystem.prepare(folder.resolve("var"), 2)) {
            Emergency emergency = started(system);
            emergency.arrived(People.woman("SYR"));
            system.startGateway();
            Agency told = new Agency(system, "changed").awaitEvents(1);
            Agency late = new Agency(system, "late");
            awaitAnswer(404, late);

            AgreementForm.put(system, agreement("late", 1, "/sex"));
            awaitAnswer(200, late);
            emergency.arrived(People.woman("SYR"));
            assertThat(late.awaitEvents(2).ids()).hasSize(2).doesNotHaveDuplicates();
            assertThat(told.awaitEvents(2).ids()).hasSize(2).doesNotHaveDuplicates();

            AgreementForm.put(system, agreement("changed", 2, "/sex", "/age/min"));
            String old = Objects.requireNonNull(told.cursor());
            Eventually.holds(
                    "the new version has a feed of its own",
                    () -> system.gateway().settle(told.call("feed?cursor=" + old)).status() == 400);
            Agency renewed = new Agency(system, "changed").awaitEvents(2);
            assertThat(renewed.ids()).hasSize(2).doesNotHaveDuplicates();
            assertThat(renewed.events().getFirst().at("/data/age/min").asInt()).isEqualTo(28);
        }
    }

    private static Emergency started(RunningSystem system) {
        AgreementForm.put(system, agreement("changed", 1, "/sex"));
        AgreementForm.put(system, agreement("steady", 1, "/sex"));
        system.stack().startBroker();
        system.startServices();
        Emergency emergency = Emergency.opened(system, "changes");
        assertThat(emergency.operation()).isEqualTo(OPERATION);
        return emergency;
    }

    /** A stream that has had the first event and stays open; what it got when it ends. */
    private static CompletableFuture<List<String>> openStream(RunningSystem system) {
        CountDownLatch first = new CountDownLatch(1);
        Agency reader = new Agency(system, "changed");
        CompletableFuture<List<String>> ended = new CompletableFuture<>();
        Thread unused =
                Thread.startVirtualThread(() -> {
                    try {
                        ended.complete(
                                reader.stream(data -> {
                                    if (!data.isEmpty()) {
                                        first.countDown();
                                    }
                                    return false;
                                }));
                    } catch (RuntimeException | AssertionError e) {
                        ended.completeExceptionally(e);
                    }
                });
        Eventually.holds("the stream is open", () -> first.getCount() == 0);
        return ended;
    }

    private static void awaitAnswer(int status, Agency agency) {
        Eventually.holds(
                "the feed is answered with " + status, () -> agency.page().status() == status);
    }

    private static Call acknowledgement(Agency agency) {
        return Call.of("POST", "feed/acknowledgements")
                .token(agency.token())
                .json("{\"events\":[\"" + UUID.randomUUID() + "\"]}");
    }

    private static List<String> inTopic(RunningSystem system, String agency) {
        return system.log().records("agency." + agency + ".PersonArrived").stream()
                .map(record -> LogReading.header(record, "ce_id"))
                .toList();
    }

    private static Answer ask(Emergency emergency, UUID person) {
        RunningSystem system = emergency.system();
        AgencyKeys keys = AgencyKeys.read(system.stack().keys().agencyKeysFile());
        UUID subject = keys.pseudonyms("changed").person(OPERATION, person);
        return emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "identity-requests")
                                .token(new Agency(system, "changed").token())
                                .json(IdentityRequests.body(subject)));
    }

    private static void restart(RunningSystem system) {
        system.stack().gateway().restart();
        system.startGateway();
    }

    private static String health(RunningSystem system) {
        return system.gateway().settle(Call.get("q/health/ready")).expect(200).body();
    }

    private static ObjectNode agreement(String agency, int version, String... fields) {
        ObjectNode agreement = AgreementForm.of(agency, OPERATION).put("version", version);
        agreement.set("events", AgreementForm.fields("PersonArrived", fields));
        return agreement.put("identity", true);
    }
}

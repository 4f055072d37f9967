package org.orangeline.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/**
 * Two instances of a service: one decides. The one that stood still while the other took over must
 * neither write, nor refuse, nor repeat on what it remembers.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TakeoverTest {

    private static final Duration LONG_PAUSE = Duration.ofMinutes(2);

    private RunningSystem system;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 1);
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void intake_goes_on_in_the_other_instance_and_the_paused_one_knows_nothing_better() {
        Emergency emergency = Emergency.opened(system, "takeover");
        Pair pair = Pair.of(system, Service.INTAKE, Map.of());
        UUID early = UUID.randomUUID();
        Call earlyArrival = emergency.arrival(early, People.woman("SYR"));

        // A command that reaches the instance which does not decide is passed on to the one that
        // does.
        Answer receipt = pair.otherApi().settle(earlyArrival).expect(201);
        assertThat(pair.ownerApi().settle(earlyArrival).expect(200).json())
                .isEqualTo(receipt.json());
        pair.showTheSame(read(emergency, early));
        assertThat(leadElsewhere(pair, earlyArrival, "x://127.0.0.1:%d/"))
                .startsWith("HTTP/1.1 200");
        assertThat(leadElsewhere(pair, earlyArrival, "@127.0.0.1:%d/y://x/"))
                .startsWith("HTTP/1.1 400");

        pair.pauseOwnerUntilTakeover();
        assertThat(pair.otherApi().settle(earlyArrival).expect(200).json())
                .isEqualTo(receipt.json());
        UUID late = UUID.randomUUID();
        Call lateArrival = emergency.arrival(late, People.man("IRQ"));
        Answer lateReceipt = pair.otherApi().settle(lateArrival).expect(201);

        Call fresh = emergency.arrival(UUID.randomUUID(), People.man("FRA"));
        Emergency opened = Emergency.openedThrough(pair.otherApi(), system, "opened-meanwhile");
        List<CompletableFuture<Optional<Answer>>> waiting =
                List.of(
                        sentToPaused(pair, lateArrival),
                        sentToPaused(pair, emergency.arrival(late, People.child("IRQ"))),
                        sentToPaused(pair, fresh),
                        sentToPaused(pair, earlyArrival),
                        sentToPaused(pair, opened.arrival(early, People.woman("SYR"))));
        resume(pair.owner());

        correctOrNotNow(waiting.get(0), 200)
                .ifPresent(answer -> assertThat(answer.json()).isEqualTo(lateReceipt.json()));
        correctOrNotNow(waiting.get(1), 409);
        correctOrNotNow(waiting.get(2), 201);
        correctOrNotNow(waiting.get(3), 200)
                .ifPresent(answer -> assertThat(answer.json()).isEqualTo(receipt.json()));
        correctOrNotNow(waiting.get(4), 201);
        assertThat(pair.ownerApi().settle(lateArrival).expect(200).json())
                .isEqualTo(lateReceipt.json());
        assertThat(pair.ownerApi().settle(fresh).status()).isIn(200, 201);
        pair.showTheSame(read(emergency, late));
        assertThat(system.log().countBySubject("PersonArrived", emergency.operation()))
                .hasSize(3)
                .allSatisfy((person, times) -> assertThat(times).isEqualTo(1));
        verifyBoth(pair);
        pair.both().forEach(ServiceProcess::stop);
        ServiceProcess unused = system.process(Service.INTAKE).start().awaitReady(LONG_PAUSE);
    }

    @Test
    void a_paused_placement_instance_neither_refuses_nor_orders_on_old_state() {
        Emergency emergency = Emergency.opened(system, "stale");
        emergency.facility("full", "CAMP", 1);
        emergency.facility("free", "CAMP", 1);
        List<UUID> people = emergency.arrivedTogether(5, People.woman("SYR"));
        people.forEach(emergency::awaitPlaceable);
        Pair pair = Pair.of(system, Service.PLACEMENT, Map.of());
        String first =
                pair.otherApi()
                        .settle(emergency.order(people.get(0), "full", Orders.SHELTER))
                        .expect(201)
                        .text("placementId");

        pair.pauseOwnerUntilTakeover();
        // What the paused one remembers: "full" is full, and "free" has a place. Both change.
        Answer cancelled =
                pair.otherApi()
                        .settle(
                                emergency
                                        .onPlacement(
                                                first, "cancellation", "{\"reason\":\"found\"}")
                                        .token(emergency.officers().placement()))
                        .expect(201);
        assertThat(cancelled.text("event")).isEqualTo("PlacementCancelled");
        String second =
                pair.otherApi()
                        .settle(emergency.order(people.get(1), "free", Orders.SHELTER))
                        .expect(201)
                        .text("placementId");
        Call toFull = emergency.order(people.get(2), "full", Orders.SHELTER);
        Call toFree = emergency.order(people.get(3), "free", Orders.SHELTER);
        Call again = emergency.order(people.get(1), "full", Orders.SHELTER);
        List<CompletableFuture<Optional<Answer>>> waiting =
                List.of(
                        sentToPaused(pair, toFull),
                        sentToPaused(pair, toFree),
                        sentToPaused(pair, again),
                        sentToPaused(pair, emergency.admission(second, "{}")));
        resume(pair.owner());

        correctOrNotNow(waiting.get(0), 201);
        correctOrNotNow(waiting.get(1), 409);
        correctOrNotNow(waiting.get(2), 422);
        correctOrNotNow(waiting.get(3), 201);
        Answer unused = pair.ownerApi().settle(toFull).expect(201);
        pair.ownerApi().settle(toFree).expectRule(409, "P1");
        pair.ownerApi().settle(again).expectRule(422, "P2");
        pair.showTheSame(
                emergency.call("GET", "facilities").token(emergency.officers().registrar()));
        assertThat(system.log().countBySubject("PlacementOrdered", emergency.operation()))
                .hasSize(3);
        verifyBoth(pair);
        pair.both().forEach(ServiceProcess::stop);
        system.process(Service.PLACEMENT).start().awaitReady(LONG_PAUSE);
    }

    @Test
    void an_instance_that_is_paused_between_its_assignment_and_its_fence_disturbs_nobody() {
        Emergency emergency = Emergency.opened(system, "held");
        emergency.facility("roj", "CAMP", 1);
        List<UUID> people = emergency.arrivedTogether(3, People.woman("SYR"));
        people.forEach(emergency::awaitPlaceable);
        ServiceProcess first = system.process(Service.SCREENING);
        ServiceProcess held =
                system.another(Service.SCREENING, Map.of("ORANGELINE_TAKEOVER_HOLD", "6S"));
        first.kill();
        Eventually.holds(
                "it is assigned and has not fenced yet",
                () -> text(system.logFile(held.name())).contains("holding for"));

        held.pause();
        first.start().awaitReady(LONG_PAUSE);
        Eventually.holds("the first one decides again", () -> Pair.leads(first));
        UUID person = people.getFirst();
        emergency
                .screening()
                .settle(
                        emergency.recommendation(
                                emergency.officers().screener(),
                                person,
                                "CIVILIAN",
                                "NO_INDICATION"))
                .expect(201);
        CompletableFuture<Optional<Answer>> waiting =
                CompletableFuture.supplyAsync(() ->
                        new Api(held.address())
                                .patience(LONG_PAUSE)
                                .attempt(
                                        emergency.conclusion(
                                                emergency.officers().approver(), person)));
        resume(held);

        // It knows of no recommendation, and S1 would refuse on that.
        correctOrNotNow(waiting, 201);
        Pair pair = new Pair(first, held);
        assertThat(
                        pair.ownerApi()
                                .settle(
                                        emergency.recommendation(
                                                emergency.officers().screener(),
                                                people.get(1),
                                                "CIVILIAN",
                                                "NO_INDICATION"))
                                .status())
                .isEqualTo(201);
        pair.showTheSame(read(emergency, person));
        verifyBoth(pair);
    }

    /** What was sent to it lies in its sockets, and is the first that it sees. */
    private static void resume(ServiceProcess paused) {
        Eventually.pause(300);
        paused.resume();
    }

    private static CompletableFuture<Optional<Answer>> sentToPaused(Pair pair, Call call) {
        Supplier<Optional<Answer>> send = () -> pair.ownerApi().patience(LONG_PAUSE).attempt(call);
        return CompletableFuture.supplyAsync(send, Thread::startVirtualThread);
    }

    /** What somebody who knows everything would say, or "not now". */
    private static Optional<Answer> correctOrNotNow(
            CompletableFuture<Optional<Answer>> waiting, int correct) {
        Optional<Answer> answer = waiting.orTimeout(3, TimeUnit.MINUTES).join();
        assertThat(answer).as("a resumed instance answers").isPresent();
        if (answer.get().status() == 503) {
            assertThat(answer.get().expectProblem(503).header("Retry-After")).matches("\\d+");
            return Optional.empty();
        }
        return Optional.of(answer.get().expect(correct));
    }

    /**
     * Sends a call whose request line names another place, with the caller's token.
     *
     * @param before what stands before the path; its placeholder is the port of that place
     * @return the status line; nobody called that place
     */
    private static String leadElsewhere(Pair pair, Call call, String before) {
        URI passesOn = pair.other().address();
        try (ServerSocket elsewhere = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Socket socket = new Socket(passesOn.getHost(), passesOn.getPort())) {
            byte[] body = Objects.requireNonNull(call.body()).getBytes(UTF_8);
            socket.setSoTimeout((int) LONG_PAUSE.toMillis());
            socket.getOutputStream()
                    .write(
                            """
                            %s %s HTTP/1.1\r
                            Host: x\r
                            Authorization: Bearer %s\r
                            Content-Type: application/json\r
                            Content-Length: %d\r
                            Connection: close\r
                            \r
                            """
                                    .formatted(
                                            call.method(),
                                            before.formatted(elsewhere.getLocalPort())
                                                    + call.path(),
                                            call.token(),
                                            body.length)
                                    .getBytes(UTF_8));
            socket.getOutputStream().write(body);
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            String status = answer.readLine();
            elsewhere.setSoTimeout(100);
            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Call read(Emergency emergency, UUID person) {
        return emergency.call("GET", "persons/" + person).token(emergency.officers().auditor());
    }

    private void verifyBoth(Pair pair) {
        for (ServiceProcess instance : pair.both()) {
            Map<Service, URI> instances = new HashMap<>(system.stack().addresses());
            instances.put(instance.service(), instance.address());
            system.verify(instances);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

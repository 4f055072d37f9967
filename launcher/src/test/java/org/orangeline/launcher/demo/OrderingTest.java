package org.orangeline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.stack.StackClock;

/** What the officers do with an answer, against a service that answers as it is told. */
class OrderingTest {
    private static final String SPLITS = "{\"status\":422,\"rule\":\"P6\",\"rules\":[\"P6\"]}";
    private static final Proposal MOTHER =
            new Proposal("mother", "CAMP", "camp", "VOLUNTARY_SHELTER", "");
    private static final Proposal CHILD =
            new Proposal("child", "CAMP", "camp", "VOLUNTARY_SHELTER", "mother");
    private static final Proposal FATHER =
            new Proposal("father", "PRISON", "prison", "CRIMINAL_CUSTODY", "");

    private final Queue<String> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final Faults faults = new Faults();

    @TempDir Path folder;
    private HttpServer server;
    private Ordering ordering;
    private Overrides overrides;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        Api api = new Api(address, "op");
        Staff staff =
                new Staff(
                        "coordinator",
                        List.of("intake"),
                        "lines",
                        "clinician",
                        List.of("screener"),
                        List.of("approver"),
                        List.of("officer"),
                        "registrar",
                        "reviewer",
                        "machine");
        Terminal terminal = new Terminal(new PrintStream(new ByteArrayOutputStream()), false);
        Scene scene =
                new Scene(terminal, api, api, api, StackClock.in(folder), staff, List.of(), faults);
        overrides = new Overrides(scene);
        ordering = new Ordering(scene, overrides);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_family_is_one_call() {
        answers.add("200 [{\"placementId\":\"1\"},{\"placementId\":\"2\"}]");

        ordering.together(List.of(MOTHER, CHILD), "camp");

        assertThat(calls).containsExactly("officer placements/batch");
        assertThat(ordering.orders())
                .extracting(Order::placementId)
                .containsExactlyInAnyOrder("1", "2");
        assertThat(faults.count()).isZero();
    }

    @Test
    void who_is_split_from_the_family_is_signed_for_by_two_and_ordered_again() {
        answers.add("422 " + SPLITS);
        answers.add("201 {\"overrideId\":\"o\"}");
        answers.add("422 " + SPLITS);
        answers.add("201 {}");
        answers.add("201 {\"placementId\":\"3\"}");

        ordering.one(FATHER, "prison");

        assertThat(calls)
                .containsExactly(
                        "officer placements",
                        "officer persons/father/overrides",
                        "officer persons/father/overrides/o/signature",
                        "reviewer persons/father/overrides/o/signature",
                        "officer placements");
        assertThat(overrides.signed()).isEqualTo(1);
        assertThat(ordering.orders()).hasSize(1);
        assertThat(faults.count()).isZero();
    }

    @Test
    void nobody_signs_where_another_rule_refuses_as_well() {
        answers.add("422 {\"status\":422,\"rule\":\"P4\",\"rules\":[\"P4\",\"P6\"]}");

        ordering.one(FATHER, "prison");

        assertThat(calls).containsExactly("officer placements");
        assertThat(ordering.orders()).isEmpty();
        assertThat(faults.count()).isEqualTo(1);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String who = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer ", "");
        calls.add(who + " " + exchange.getRequestURI().getPath().replace("/operations/op/", ""));
        String answer = answers.remove();
        byte[] body = answer.substring(4).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(Integer.parseInt(answer.substring(0, 3)), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}

package org.orangeline.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.orangeline.events.Service;
import org.orangeline.launcher.stack.ServiceProcess;

/**
 * Whoever sends slowly loses its connection, and whoever holds more connections than there are gets
 * no further one: an instance whose limits are small shows it soon.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SlowBodiesTest {

    private static final String OPEN_CALL = "/operations/any/devices/tablet-1/challenge";
    private static final String ASK = "GET /operations/x/plan HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final int CONNECTIONS = 60;
    private static final int SLOW = 30;

    /** As many as one caller may have under way. */
    private static final int UPLOADS = 4;

    private static final int READ_MILLIS = 50;

    private RunningSystem system;
    private ServiceProcess instance;
    private Emergency emergency;

    @BeforeAll
    void start(@TempDir Path folder) {
        system = RunningSystem.start(folder.resolve("var"), 1);
        instance =
                system.another(
                        Service.INTAKE,
                        Map.of(
                                "ORANGELINE_BODY_PAUSE", "4S",
                                "ORANGELINE_BODY_TIME", "6S",
                                "ORANGELINE_UPLOAD_TIME", "8S",
                                "ORANGELINE_CONNECTIONS_PER_ADDRESS", "0",
                                "QUARKUS_HTTP_IDLE_TIMEOUT", "10M",
                                "QUARKUS_HTTP_LIMITS_MAX_CONNECTIONS", "" + CONNECTIONS));
        emergency = Emergency.opened(system, "slow");
    }

    @AfterAll
    void stop() {
        system.close();
    }

    @Test
    void a_body_that_comes_byte_by_byte_is_answered_408_and_others_are_answered_meanwhile()
            throws IOException {
        List<Slow> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                slow.add(new Slow(i < UPLOADS ? upload() : openCall()));
            }
            int answered = 0;
            while (slow.stream().anyMatch(one -> !one.isOver())) {
                slow.forEach(Slow::drip);
                new Api(instance.address()).send(Call.get("operations/x/plan")).expectProblem(401);
                answered++;
            }
            assertThat(answered).isGreaterThan(1);
            List<Slow> waitedFor = slow.stream().filter(one -> !one.isUnavailable()).toList();
            assertThat(waitedFor).hasSizeGreaterThan(SLOW / 2);
            waitedFor.forEach(SlowBodiesTest::isToldAndCutOff);
        } finally {
            close(slow);
        }
        leavesNoError();
    }

    @Test
    void a_body_that_stops_is_answered_408() throws IOException {
        List<Slow> stopped = new ArrayList<>();
        try (Slow whole = new Slow(ASK)) {
            Eventually.holds("it is answered", () -> !whole.isOver() && whole.count() == 1);
            Eventually.holds("all are told", () -> areWaitedFor(stopped));
            stopped.forEach(SlowBodiesTest::isToldAndCutOff);
            // Whoever has sent everything keeps its connection.
            whole.send(ASK);
            Eventually.holds("it is answered again", () -> !whole.isOver() && whole.count() == 2);
        } finally {
            close(stopped);
        }
        leavesNoError();
    }

    @Test
    void who_is_refused_before_its_body_has_come_does_not_keep_the_connection_with_the_rest()
            throws IOException {
        List<Slow> refused =
                List.of(
                        new Slow(
                                post("/operations/x/persons/search", "Content-Length: 60000\r\n")));
        try {
            Eventually.holds(
                    "the connection has ended",
                    () -> {
                        refused.forEach(Slow::drip);
                        return refused.getFirst().isOver();
                    });
            assertThat(refused.getFirst().said()).startsWith("HTTP/1.1 401");
        } finally {
            close(refused);
        }
    }

    @Test
    void a_connection_that_asked_once_and_then_idles_is_ended_after_the_time_that_is_set()
            throws IOException {
        ServiceProcess quick =
                system.another(Service.INTAKE, Map.of("QUARKUS_HTTP_IDLE_TIMEOUT", "3S"));
        // The instance of the other tests has ten minutes.
        try (Slow kept = new Slow(ASK);
                Slow idle = new Slow(quick, ASK);
                Slow silent = new Slow(quick, "")) {
            Eventually.holds("both have ended", () -> idle.isOver() && silent.isOver());
            assertThat(idle.said()).startsWith("HTTP/1.1 401");
            assertThat(idle.count()).isEqualTo(1);
            assertThat(silent.said()).isEmpty();
            Eventually.holds("the other is answered", () -> !kept.isOver() && kept.count() == 1);
            kept.send(ASK);
            Eventually.holds("and again", () -> !kept.isOver() && kept.count() == 2);
        } finally {
            quick.stop();
        }
    }

    /** The last one: for a while nobody at this address has an open call. */
    @Test
    @Order(Integer.MAX_VALUE)
    void a_refusal_for_guessing_too_often_is_the_last_answer_of_its_connection()
            throws IOException {
        String guess = post(OPEN_CALL, "Content-Length: 15\r\n") + "{\"use\":\"TOKEN\"}";
        String refused =
                Eventually.some(
                        "one is refused",
                        () -> {
                            try (Slow one = new Slow(guess.repeat(50))) {
                                Eventually.holds(
                                        "answers have come",
                                        () -> one.isOver() || one.count() == 50);
                                return Optional.of(one)
                                        .filter(same -> same.said().contains("HTTP/1.1 429"))
                                        .map(Slow::said);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
        assertThat(refused.substring(refused.indexOf("HTTP/1.1 429")))
                .containsIgnoringCase("connection: close")
                .containsOnlyOnce("HTTP/1.1");
    }

    @Test
    void more_connections_than_there_may_be_are_closed_and_free_ones_are_given_again()
            throws IOException {
        List<Slow> open = new ArrayList<>();
        try {
            for (int i = 0; i < 2 * CONNECTIONS; i++) {
                open.add(new Slow(ASK));
            }
            Eventually.holds(
                    "each is answered or closed",
                    () -> open.stream().allMatch(one -> one.isOver() || one.count() > 0));
            // Some may be somebody else's.
            assertThat(open.stream().filter(one -> one.count() > 0).count())
                    .isBetween(CONNECTIONS / 2L, (long) CONNECTIONS);
            assertThat(instance.isAlive()).isTrue();
        } finally {
            close(open);
        }
        Eventually.holds("there is room again", this::isAnswered);
    }

    // On a busy machine a service may not know that its view is current, and says so at once.
    private boolean areWaitedFor(List<Slow> stopped) {
        try {
            close(stopped);
            stopped.clear();
            for (String start : List.of(openCall(), upload(), chunked())) {
                stopped.add(new Slow(start));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Eventually.holds("each is answered", () -> stopped.stream().allMatch(Slow::isOver));
        return stopped.stream().noneMatch(Slow::isUnavailable);
    }

    private boolean isAnswered() {
        try (Slow one =
                new Slow(
                        "GET /operations/x/plan HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")) {
            Eventually.holds("the connection has ended", one::isOver);
            return one.said().startsWith("HTTP/1.1 401");
        } catch (IOException e) {
            return false;
        }
    }

    private static void isToldAndCutOff(Slow one) {
        assertThat(one.said())
                .startsWith("HTTP/1.1 408")
                .containsIgnoringCase("connection: close")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsOnlyOnce("urn:orangeline:problem:too-slow")
                .containsOnlyOnce("HTTP/1.1");
    }

    private void leavesNoError() throws IOException {
        assertThat(Files.readString(system.logFile(instance.name()))).doesNotContain(" ERROR ");
    }

    private static String openCall() {
        return post(OPEN_CALL, "Content-Length: 60000\r\n") + "{";
    }

    private static String chunked() {
        return post(OPEN_CALL, "Transfer-Encoding: chunked\r\n") + "5\r\n{";
    }

    private String upload() {
        return "POST /operations/"
                + emergency.operation()
                + "/arrivals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + emergency.officers().intake()
                + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: 200000\r\n\r\n{";
    }

    private static String post(String path, String length) {
        return "POST "
                + path
                + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                + length
                + "\r\n";
    }

    private static void close(List<Slow> connections) throws IOException {
        for (Slow one : connections) {
            one.close();
        }
    }

    /** A connection, and what has come on it. */
    private final class Slow implements AutoCloseable {

        private final Socket socket;
        private final StringBuilder said = new StringBuilder();
        private boolean over;

        Slow(String request) throws IOException {
            this(instance, request);
        }

        Slow(ServiceProcess process, String request) throws IOException {
            URI address = process.address();
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(READ_MILLIS);
            send(request);
        }

        void drip() {
            send("x");
        }

        void send(String text) {
            try {
                if (!over) {
                    socket.getOutputStream().write(text.getBytes(UTF_8));
                }
            } catch (IOException e) {
                // What was said before is still there to be read.
            }
        }

        boolean isUnavailable() {
            return said().startsWith("HTTP/1.1 503");
        }

        boolean isOver() {
            byte[] some = new byte[4_096];
            try {
                while (!over) {
                    int read = socket.getInputStream().read(some);
                    over = read < 0;
                    said.append(over ? "" : new String(some, 0, read, UTF_8));
                }
            } catch (SocketTimeoutException e) {
                return false;
            } catch (IOException e) {
                over = true;
            }
            return true;
        }

        String said() {
            return said.toString();
        }

        int count() {
            return said.toString().split("HTTP/1\\.1 ", -1).length - 1;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}

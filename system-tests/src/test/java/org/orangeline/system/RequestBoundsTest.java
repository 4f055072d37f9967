package org.orangeline.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orangeline.events.Service;

/** What anybody can send without a token costs the service little, and leaves nothing behind. */
@OnTheSharedSystem
class RequestBoundsTest {

    private static final String CANARY = "ZERIN-CANARY";
    private static final String OPEN_CALL = "/operations/any/devices/tablet-1/challenge";
    private static final int TOO_MUCH = 70_000;
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private final RunningSystem system;

    RequestBoundsTest(RunningSystem system) {
        this.system = system;
    }

    @Test
    void a_body_that_says_it_is_too_large_is_refused_before_it_is_sent() {
        for (String path : new String[] {OPEN_CALL, "/operations/any/duplicates", "/nothing"}) {
            assertThat(
                            answer(
                                    Service.INTAKE,
                                    "POST "
                                            + path
                                            + " HTTP/1.1\r\nHost: x\r\n"
                                            + "Content-Type: application/json\r\n"
                                            + "Content-Length: 19000000\r\n\r\n"))
                    .as(path)
                    .startsWith("HTTP/1.1 413")
                    .contains("urn:orangeline:problem:too-large", "65536 bytes at most");
        }
    }

    @Test
    void a_body_that_does_not_say_how_large_it_is_is_read_up_to_the_bound() {
        String chunk = "a".repeat(TOO_MUCH);
        assertThat(
                        answer(
                                Service.INTAKE,
                                "POST "
                                        + OPEN_CALL
                                        + " HTTP/1.1\r\nHost: x\r\n"
                                        + "Content-Type: application/json\r\n"
                                        + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                                        + Integer.toHexString(chunk.length())
                                        + "\r\n"
                                        + chunk
                                        + "\r\n0\r\n\r\n"))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:orangeline:problem:too-large", "65536 bytes at most");
    }

    /** Far more than a quarter of the heap, at what each says that it will send. */
    private static final int MANY_UPLOADS = 64;

    @Test
    void more_uploads_than_there_is_room_for_are_asked_to_come_back() throws IOException {
        Emergency emergency = Emergency.opened(system, "room");
        URI address = system.process(Service.INTAKE).address();
        List<Socket> uploads = new ArrayList<>();
        try {
            for (int i = 0; i < MANY_UPLOADS; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                uploads.add(socket);
                write(
                        socket,
                        "POST /operations/"
                                + emergency.operation()
                                + "/arrivals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                                + emergency.officers().intake()
                                + "\r\nContent-Type: application/x-ndjson\r\n"
                                + "Content-Length: 19000000\r\n\r\n");
            }
            Deque<Socket> waiting = new ArrayDeque<>(uploads);
            // One caller may have a few uploads only, and is told so in other words.
            String refused =
                    Eventually.some(
                            "one finds no room",
                            () ->
                                    answered(waiting).stream()
                                            .filter(one -> one.contains("Too much is being"))
                                            .findFirst());
            assertThat(refused)
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("retry-after: 2")
                    .contains("urn:orangeline:problem:unavailable");
        } finally {
            for (Socket socket : uploads) {
                socket.close();
            }
        }
        // Whoever hung up has given its room back.
        emergency
                .intake()
                .settle(
                        emergency
                                .call("POST", "arrivals")
                                .token(emergency.officers().intake())
                                .content(Call.NDJSON, "{}"))
                .expect(200);
    }

    /** The answers of those that have one; they wait no longer. */
    private static List<String> answered(Deque<Socket> waiting) {
        List<Socket> ready = waiting.stream().filter(RequestBoundsTest::isAnswered).toList();
        waiting.removeAll(ready);
        return ready.stream().map(RequestBoundsTest::answer).toList();
    }

    private static boolean isAnswered(Socket socket) {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void what_tablets_kept_may_be_larger() {
        Emergency emergency = Emergency.opened(system, "bulk");
        String line = "{\"not\":\"%s\"}\n".formatted("x".repeat(1_000));
        emergency
                .intake()
                .send(
                        emergency
                                .call("POST", "arrivals")
                                .token(emergency.officers().intake())
                                .content(Call.NDJSON, line.repeat(100)))
                .expect(200);
    }

    @Test
    void invented_methods_and_paths_are_no_metric_of_their_own() {
        for (Service service : Service.values()) {
            for (int i = 0; i < 20; i++) {
                answer(
                        service,
                        CANARY
                                + i
                                + " /operations/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
                answer(
                        service,
                        "DELETE /operations/{"
                                + CANARY
                                + i
                                + "}/persons/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            }
            String metrics = system.api(service).send(Call.get("q/metrics")).expect(200).body();
            assertThat(metrics)
                    .doesNotContain(CANARY)
                    .contains("method=\"none of the methods\"", "uri=\"none of the calls\"");
        }
        Emergency emergency = Emergency.opened(system, "metrics");
        emergency.awaitLine(emergency.arrived(People.man("SYR")));
        assertThat(system.api(Service.INTAKE).send(Call.get("q/metrics")).body())
                .contains("method=\"PUT\"", "uri=\"/operations/{op}/arrivals/{personId}\"");
    }

    @Test
    void answers_say_what_a_browser_may_not_do_with_them() {
        assertThat(
                        answer(
                                Service.INTAKE,
                                "GET /operations/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
                .containsIgnoringCase("x-content-type-options: nosniff")
                .containsIgnoringCase("referrer-policy: no-referrer")
                .containsIgnoringCase("frame-ancestors 'none'");
    }

    @Test
    void a_request_that_names_two_hosts_is_refused() {
        for (Service service : Service.values()) {
            assertThat(
                            answer(
                                    service,
                                    "GET /operations/x HTTP/1.1\r\nHost: x\r\nHost: y\r\n"
                                            + "Connection: close\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("names one host");
        }
    }

    @Test
    void what_a_proxy_could_take_for_a_body_is_not_read_as_a_request() {
        String both =
                "POST "
                        + OPEN_CALL
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 70\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + "0\r\n\r\n";
        // Where a body is valid, too: it is refused for how it is sent.
        String hidden = "GET /operations/x HTTP/1.1\r\nHost: x\r\n\r\n";
        // A proxy that goes by the length sends both as one request, and has one answer back.
        for (Service service : Service.values()) {
            String answers = all(service, both + hidden);
            assertThat(answers.split("HTTP/1\\.1 ", -1)).as("one answer: %s", answers).hasSize(2);
            assertThat(answers).startsWith("HTTP/1.1 400").contains("in one way only");
        }
    }

    @Test
    void a_version_that_is_not_spoken_is_refused_and_leaves_no_error() throws IOException {
        for (Service service : Service.values()) {
            for (String request :
                    List.of(
                            "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                            "GET /operations HTTP/2.0\r\nHost: x\r\n\r\n",
                            "GET /operations HTTP/3.1\r\nHost: x\r\n\r\n")) {
                assertThat(all(service, request))
                        .as(request)
                        .containsPattern("^HTTP/\\S+ 505 ")
                        .contains("urn:orangeline:problem:http-505");
            }
            assertThat(all(service, "GET /operations HTTP/1.1\r\n\r\n"))
                    .startsWith("HTTP/1.1 400")
                    .contains("The header Host is needed.");
            assertThat(Files.readString(system.logFile(service.id())))
                    .doesNotContain("pseudo-header", "'Host' header");
        }
    }

    @Test
    void who_waits_to_be_told_to_send_a_body_that_is_too_large_is_the_last_on_the_connection() {
        String head =
                "POST "
                        + OPEN_CALL
                        + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                        + "Expect: 100-continue\r\nContent-Length: 70000\r\n\r\n";
        assertThat(all(Service.INTAKE, head))
                .startsWith("HTTP/1.1 413")
                .containsIgnoringCase("connection: close");
    }

    /** Everything that comes until the service closes the connection. */
    private String all(Service service, String request) {
        URI address = system.process(service).address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
        for (Service service : Service.values()) {
            URI address = system.process(service).address();
            try (Socket first = new Socket(address.getHost(), address.getPort());
                    Socket second = new Socket(address.getHost(), address.getPort())) {
                // One request of a connection is no licence for the next one.
                write(second, "GET /nothing HTTP/1.1\r\nHost: x\r\n\r\n");
                for (Socket socket : List.of(first, second)) {
                    write(socket, "GET /operations HTTP/1.1\r\nHost: x\r\nX-Long: ");
                }
                Eventually.holds(
                        "both connections have ended", () -> isEnded(first) & isEnded(second));
            }
        }
    }

    /** Sends another byte; a connection that the other side has ended takes some and then none. */
    private static boolean isEnded(Socket socket) {
        try {
            write(socket, "x");
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
    }

    /** The head of the answer, and as much of a body as it says it has. */
    private String answer(Service service, String request) {
        URI address = system.process(service).address();
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout((int) Duration.ofMinutes(1).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(UTF_8));
            out.flush();
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String answer(Socket socket) {
        try {
            InputStream in = socket.getInputStream();
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = in.read();
                assertThat(next).as(head.toString()).isNotNegative();
                head.append((char) next);
            }
            Matcher length = LENGTH.matcher(head);
            int bytes = length.find() ? Integer.parseInt(length.group(1)) : 0;
            return head + new String(in.readNBytes(bytes), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

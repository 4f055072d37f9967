package org.orangeline.intake.rest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;
import org.orangeline.kit.rest.Problems;
import org.orangeline.kit.rest.Role;
import org.orangeline.kit.testing.LocalDeployment;
import org.orangeline.kit.testing.Tokens;

/** Answers that HTTP cannot carry, that take long, and connections that never ask. */
@QuarkusTest
@QuarkusTestResource(LocalDeployment.class)
class OddAnswersTest extends OverHttp {

    private static final int SILENT = 200;

    @Test
    void an_answer_with_a_header_that_cannot_be_sent_arrives_without_it_and_is_logged() {
        Queue<String> logged = new ConcurrentLinkedQueue<>();
        Logger logger = Logger.getLogger(Problems.class.getName());
        ExtHandler handler =
                new ExtHandler() {
                    @Override
                    protected void doPublish(ExtLogRecord line) {
                        logged.add(line.getFormattedMessage());
                    }
                };
        logger.addHandler(handler);
        try {
            get(operation(), "odd-header")
                    .statusCode(200)
                    .body("arrived", equalTo(true))
                    .header("X-Odd", nullValue())
                    .header("X-Injected", nullValue())
                    .header("X-Other", "three");
        } finally {
            logger.removeHandler(handler);
        }
        // The header's name, and never what it was to say.
        assertThat(logged).contains("the header X-Odd of an answer cannot be sent");
        assertThat(String.join("", logged)).doesNotContain("X-Injected: ");
    }

    @Test
    void an_error_that_nobody_expected_is_a_problem_too() {
        get(operation(), "odd-error")
                .statusCode(500)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:orangeline:problem:internal"));
    }

    @Test
    void silent_connections_are_ended_and_an_answer_that_takes_longer_arrives() {
        String op = operation();
        String call =
                "GET /operations/"
                        + op
                        + "/odd-pause HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                        + Tokens.human("amira", op, Role.COORDINATOR)
                        + "\r\n\r\n";
        List<Socket> silent = new ArrayList<>();
        try (Socket waits = connected()) {
            for (int i = 0; i < SILENT; i++) {
                Socket socket = connected();
                silent.add(socket);
                if (i % 2 == 0) {
                    send(socket, "GET /operations HTTP/1.1\r\nHost: x\r\nX-Half: ");
                }
            }
            send(waits, call);
            String answer = read(waits);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("\"arrived\":true");
            // It was read until the service ended it, for it asked nothing more.
            for (Socket socket : silent) {
                assertThat(read(socket)).doesNotContain(" 200 ");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            silent.forEach(OddAnswersTest::close);
        }
    }

    private static Socket connected() throws IOException {
        Socket socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout((int) Duration.ofMinutes(2).toMillis());
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(US_ASCII));
    }

    /** All that comes until the other side ends the connection; fails when it does not. */
    private static String read(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        } catch (SocketException e) {
            return "";
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

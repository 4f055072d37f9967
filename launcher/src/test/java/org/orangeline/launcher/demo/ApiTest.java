package org.orangeline.launcher.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client does about "not now" and "too often". */
class ApiTest {

    private final Deque<Integer> answers = new ArrayDeque<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                call -> {
                    call.getRequestBody().readAllBytes();
                    call.getResponseHeaders().add("Retry-After", "0");
                    call.sendResponseHeaders(answers.remove(), -1);
                    call.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_call_that_comes_too_often_or_not_now_is_made_again_until_it_is_answered() {
        answers.addAll(List.of(429, 503, 429, 201));
        URI address = URI.create("http://localhost:" + server.getAddress().getPort() + "/");
        Api api = new Api(address, "baghuz-2019");
        assertThat(api.post("token", "devices", JsonNodeFactory.instance.objectNode()).status())
                .isEqualTo(201);
        assertThat(answers).isEmpty();
    }

    @Test
    void the_service_says_when() {
        assertThat(Api.pauseMillis(Optional.of("7"))).isEqualTo(7_000);
        assertThat(Api.pauseMillis(Optional.of("0"))).isPositive();
        assertThat(Api.pauseMillis(Optional.of("86400"))).isEqualTo(60_000);
        assertThat(Api.pauseMillis(Optional.of("Tue, 05 Mar 2019 08:40:00 GMT"))).isPositive();
        assertThat(Api.pauseMillis(Optional.empty())).isPositive();
    }
}

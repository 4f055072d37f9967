package org.orangeline.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final int STALL_MILLIS = 500;
    private static final int STALLED_CALL = 20;

    private HttpServer server;
    private URI address;
    private final AtomicInteger calls = new AtomicInteger();

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/",
                exchange -> {
                    if (calls.incrementAndGet() == STALLED_CALL) {
                        sleep();
                    }
                    exchange.sendResponseHeaders(200, 2);
                    exchange.getResponseBody().write(new byte[] {'o', 'k'});
                    exchange.close();
                });
        server.start();
        address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void sleep() {
        try {
            Thread.sleep(STALL_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_stall_counts_for_every_call_that_was_due_meanwhile() {
        Calls same = Calls.same(new Requests(address, "").get("/"));
        Measured measured =
                Load.open(address, 100, 1, Duration.ofSeconds(1), same, is -> is == 200);
        assertThat(measured.failed()).isZero();
        assertThat(measured.latencies().count()).isEqualTo(100);
        // 50 calls were due in the half second; half of them waited a quarter of a second or more.
        assertThat(measured.latencies().maxMillis()).isGreaterThanOrEqualTo(STALL_MILLIS - 1);
        assertThat(measured.latencies().millis(80)).isGreaterThan(STALL_MILLIS / 4.0);
    }

    @Test
    void a_closed_loop_counts_answers_and_failures() {
        Calls same = Calls.same(new Requests(address, "").get("/"));
        Measured good = Load.closed(address, 4, Duration.ofMillis(700), same, is -> is == 200);
        assertThat(good.failed()).isZero();
        assertThat(good.latencies().count()).isPositive();
        Measured bad = Load.closed(address, 2, Duration.ofMillis(100), same, is -> is == 201);
        assertThat(bad.latencies().count()).isZero();
        assertThat(bad.failed()).isPositive();
    }

    @Test
    void times_are_kept_to_three_digits() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1_000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.millis(50)).isBetween(499.0, 501.0);
        assertThat(latencies.millis(99)).isBetween(989.0, 991.0);
        assertThat(latencies.maxMillis()).isBetween(999.0, 1_001.0);
    }
}

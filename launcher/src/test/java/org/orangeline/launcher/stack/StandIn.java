package org.orangeline.launcher.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * Plays a packaged service for the tests of process handling: its jar names it as main class, and
 * it answers the health check with what it was started with. The system tests run the real ones.
 */
public final class StandIn {
    private StandIn() {}

    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        InetAddress here = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
        HttpServer management =
                HttpServer.create(
                        new InetSocketAddress(
                                here, Integer.parseInt(System.getenv("QUARKUS_MANAGEMENT_PORT"))),
                        0);
        boolean ready = System.getenv("NOT_READY") == null;
        String page =
                """
                {"status":"%s","checks":[{"name":"started with","status":"%s","data":
                {"reason 1":"kafka %s","reason 2":"extra %s"}}]}\
                """
                        .formatted(
                                ready ? "UP" : "DOWN",
                                ready ? "UP" : "DOWN",
                                System.getenv("KAFKA_BOOTSTRAP_SERVERS"),
                                System.getenv("EXTRA"));
        byte[] body = page.getBytes(StandardCharsets.UTF_8);
        management.createContext(
                "/q/health/ready",
                exchange -> {
                    exchange.sendResponseHeaders(ready ? 200 : 503, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        management.start();
        System.out.println("listening");
    }
}

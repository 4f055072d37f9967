package org.orangeline.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.orangeline.launcher.stack.ServiceProcess;

/** Sends calls to one instance of a service. */
final class Api {

    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI base;
    private final Duration timeout;
    private final HttpClient http;

    Api(URI base) {
        this(base, Duration.ofSeconds(60), HTTP);
    }

    /** Over TLS. */
    Api(URI base, SSLContext trusting) {
        this(
                base,
                Duration.ofSeconds(60),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trusting)
                        .build());
    }

    /** Calls that come from another address of this machine. */
    static Api from(String sender, URI base) {
        return new Api(
                base,
                Duration.ofSeconds(60),
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .localAddress(InetAddress.ofLiteral(sender))
                        .build());
    }

    private Api(URI base, Duration timeout, HttpClient http) {
        this.base = base;
        this.timeout = timeout;
        this.http = http;
    }

    int port() {
        return base.getPort();
    }

    /** For a caller who does not wait long, as a tablet does that moves on. */
    Api patience(Duration other) {
        return new Api(base, other, http);
    }

    /** Health, metrics and descriptions lie on the port for management. */
    private URI uri(Call call) {
        URI at = call.path().startsWith("q/") ? ServiceProcess.management(base) : base;
        return at.resolve("/" + call.path());
    }

    /** The one answer to one request. */
    Answer send(Call call) {
        return attempt(call).orElseThrow(() -> new AssertionError(call + ": no answer"));
    }

    /** The answer, or empty when the connection broke or nothing came in time. */
    Optional<Answer> attempt(Call call) {
        HttpRequest.BodyPublisher body =
                call.body() == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(call.body());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(call)).timeout(timeout).method(call.method(), body);
        if (call.token() != null) {
            request.header("Authorization", "Bearer " + call.token());
        }
        if (call.mediaType() != null) {
            request.header("Content-Type", call.mediaType());
        }
        call.headers().forEach(request::header);
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return Optional.of(
                    new Answer(
                            call.toString(), answer.statusCode(), answer.headers(), answer.body()));
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /**
     * Uploads bytes as they are and takes in the answer's lines until it has had enough, as a
     * tablet whose connection is cut.
     *
     * @param lines told of each; false to hang up
     */
    void upload(Call call, byte[] body, Predicate<String> lines) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(call))
                        .timeout(timeout)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .header("Content-Type", Call.NDJSON)
                        .header("Authorization", "Bearer " + call.token());
        call.headers().forEach(request::header);
        try {
            HttpResponse<Stream<String>> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> all = answer.body()) {
                boolean unused = all.allMatch(lines);
            }
        } catch (IOException | UncheckedIOException e) {
            // Nothing more is known than what came in.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Sends it again while the answer is "not now", as every client has to. */
    Answer settle(Call call) {
        return Eventually.some(
                call + " is answered",
                () -> attempt(call).filter(answer -> answer.status() != 503));
    }
}

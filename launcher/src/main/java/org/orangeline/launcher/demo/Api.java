package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;

/**
 * Calls one service. A service that answers 503 or 429, or does not answer, is asked again when its
 * {@code Retry-After} says: every command can be repeated, by its own id or by its idempotency key.
 */
final class Api {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String NDJSON_TYPE = "application/x-ndjson";
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long DEFAULT_RETRY_MILLIS = 500;
    private static final long LONGEST_RETRY_MILLIS = 60_000;

    /** Not now, and too often: the same call is answered later. */
    private static final Set<Integer> LATER = Set.of(503, 429);

    // Virtual threads: the client's own pool would otherwise grow with the number of tablets.
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    private final URI base;

    /**
     * @param service address of the service
     * @param operation the operation that every call is about
     */
    Api(URI service, String operation) {
        this.base = service.resolve("/operations/" + operation + "/");
    }

    Answer get(String token, String path) {
        return send(request(token, path).GET());
    }

    Answer put(String token, String path, JsonNode body) {
        return send(
                request(token, path)
                        .header("Content-Type", JSON_TYPE)
                        .PUT(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    Answer post(String token, String path, JsonNode body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    /**
     * @param key the same for a call that is made again and must act once
     */
    Answer post(String token, String path, JsonNode body, String key) {
        return send(
                request(token, path)
                        .header("Content-Type", JSON_TYPE)
                        .header("Idempotency-Key", key)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Sends one JSON object a line; the answer's body is an array of the outcomes. */
    Answer postLines(String token, String path, List<? extends JsonNode> lines) {
        StringBuilder body = new StringBuilder();
        lines.forEach(line -> body.append(line).append('\n'));
        return send(
                request(token, path)
                        .header("Content-Type", NDJSON_TYPE)
                        .header("Accept", NDJSON_TYPE)
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(base.resolve(path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token);
    }

    private static Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.build();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long pause = DEFAULT_RETRY_MILLIS;
            String trouble;
            try {
                HttpResponse<String> response =
                        HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                if (!LATER.contains(response.statusCode())) {
                    return new Answer(response.statusCode(), body(response));
                }
                trouble = Integer.toString(response.statusCode());
                pause = pauseMillis(response.headers().firstValue("Retry-After"));
            } catch (IOException e) {
                trouble = e.toString();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DemoException("interrupted");
            }
            if (System.nanoTime() > deadline) {
                throw new DemoException(
                        request.uri() + " does not answer after " + PATIENCE + ": " + trouble);
            }
            Pause.millis(pause);
        }
    }

    /**
     * How long to wait before the same call is made again.
     *
     * @param retryAfter the header, in seconds
     */
    static long pauseMillis(Optional<String> retryAfter) {
        return retryAfter
                .filter(value -> value.matches("\\d{1,6}"))
                .map(seconds -> Math.min(LONGEST_RETRY_MILLIS, Long.parseLong(seconds) * 1000))
                .map(millis -> Math.max(millis, DEFAULT_RETRY_MILLIS / 5))
                .orElse(DEFAULT_RETRY_MILLIS);
    }

    private static JsonNode body(HttpResponse<String> response) throws IOException {
        String text = response.body();
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (text.isBlank()) {
            return MissingNode.getInstance();
        }
        if (type.startsWith(NDJSON_TYPE)) {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : text.lines().filter(one -> !one.isBlank()).toList()) {
                lines.add(JSON.readTree(line));
            }
            return JSON.createArrayNode().addAll(lines);
        }
        return type.contains("json") ? JSON.readTree(text) : MissingNode.getInstance();
    }
}

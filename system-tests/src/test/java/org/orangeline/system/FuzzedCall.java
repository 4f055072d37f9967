package org.orangeline.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A call that nobody would make.
 *
 * @param target path and query, without the leading slash
 * @param body null for none
 */
record FuzzedCall(
        String method, String target, Map<String, String> headers, byte @Nullable [] body) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final HttpClient HTTP =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();

    HttpResponse<byte[]> send(URI base) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve("/" + target))
                        .timeout(PATIENCE)
                        .method(
                                method,
                                body == null
                                        ? HttpRequest.BodyPublishers.noBody()
                                        : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(headers);
        // A token is long, and says nothing about what went wrong.
        shown.computeIfPresent("Authorization", (_, token) -> token.length() > 20 ? "…" : token);
        shown.computeIfPresent("Device-Token", (_, token) -> "…");
        String sent = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method
                + " /"
                + (target.length() > 300 ? target.substring(0, 300) + "…" : target)
                + " "
                + shown
                + " "
                + (sent.length() > 600 ? sent.substring(0, 600) + "…" : sent);
    }
}

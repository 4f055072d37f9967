package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orangeline.launcher.keys.TokenRequest;

/** A reader of one agency that keeps its cursor, and every event that it got. */
final class Agency {

    private final RunningSystem system;
    private final String token;
    private final List<JsonNode> events = new ArrayList<>();
    private @Nullable String cursor;

    Agency(RunningSystem system, String name) {
        this.system = system;
        this.token = system.stack().tokens().issue(TokenRequest.agency(name));
    }

    String token() {
        return token;
    }

    /** Where it has come; null before its first page. */
    @Nullable String cursor() {
        return cursor;
    }

    /** What it got, in the order in which it came. */
    List<JsonNode> events() {
        return events;
    }

    List<String> ids() {
        return events.stream().map(event -> event.path("id").asText()).toList();
    }

    List<String> names() {
        return events.stream().map(event -> event.path("event").asText()).toList();
    }

    /** Reads page after page to the end. */
    Agency readAll(int limit) {
        boolean more = true;
        while (more) {
            more = readPage(limit);
        }
        return this;
    }

    /** One page; says whether there is more. */
    boolean readPage(int limit) {
        Answer page = system.gateway().settle(call("feed?limit=" + limit + after())).expect(200);
        page.json().path("events").forEach(events::add);
        cursor = page.text("cursor");
        return page.json().path("more").asBoolean();
    }

    /** Reads until it has so many. */
    Agency awaitEvents(int count) {
        Eventually.holds(
                "the agency gets " + count + " events",
                () -> {
                    readAll(500);
                    return events.size() >= count;
                });
        return this;
    }

    /** The answer to the first page; what is in it is not kept. */
    Answer page() {
        return system.gateway().settle(call("feed"));
    }

    Call call(String path) {
        return Call.get(path).token(token);
    }

    private String after() {
        return cursor == null
                ? ""
                : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.US_ASCII);
    }

    /** Reads the open stream from its cursor on until the lines suffice; keeps the last id. */
    List<String> stream(Predicate<List<String>> enough) {
        URI address = system.stack().gateway().address().resolve("/feed");
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address)
                        .header("Authorization", "Bearer " + token)
                        .header("Accept", "text/event-stream");
        if (cursor != null) {
            request.header("Last-Event-ID", cursor);
        }
        List<String> data = new ArrayList<>();
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                BufferedReader lines = lines(client, request.build())) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith("id: ")) {
                    cursor = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.add(line.substring(6));
                    events.add(Answer.MAPPER.readTree(line.substring(6)));
                }
                if (line.isEmpty() && enough.test(data)) {
                    client.shutdownNow();
                    return data;
                }
                line = lines.readLine();
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** Whether a stream is opened to it now; it is dropped at once. */
    boolean opens() {
        try {
            stream(data -> true);
            return true;
        } catch (AssertionError e) {
            return false;
        }
    }

    private static BufferedReader lines(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        if (answer.statusCode() != 200) {
            throw new AssertionError("the stream is answered with " + answer.statusCode());
        }
        return new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }
}

package org.orangeline.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orangeline.bench.load.People;
import org.orangeline.bench.stack.BenchStack;
import org.orangeline.bench.stack.LostException;
import org.orangeline.events.Service;
import org.orangeline.launcher.Terminal;
import org.orangeline.launcher.keys.Role;

/** Sends many lines in one call (NDJSON) and reads an outcome for each. */
public final class Bulk {
    /** What a call takes at most. */
    static final int MOST = 5_000;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 20;
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Map<String, String> headers;

    /**
     * @param headers beside those that every call of this kind has
     */
    Bulk(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /**
     * The outcomes, in the order of the lines.
     *
     * @throws LostException when the call itself was refused
     */
    List<JsonNode> send(String path, List<String> lines) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path))
                        .timeout(LIMIT)
                        .header("Content-Type", "application/x-ndjson")
                        .header("Accept", "application/x-ndjson")
                        .POST(HttpRequest.BodyPublishers.ofString(String.join("\n", lines)));
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer =
                    http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new LostException(path + " was answered " + answer.statusCode());
            }
            List<JsonNode> outcomes = new ArrayList<>();
            for (String line : answer.body().split("\n")) {
                outcomes.add(JSON.readTree(line));
            }
            return outcomes;
        } catch (IOException e) {
            throw new LostException(path + " was not answered: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** As an intake officer of the stack's operation. */
    public static Bulk of(BenchStack stack) {
        String token = Officers.token(stack, Role.INTAKE_OFFICER);
        return new Bulk(stack.address(Service.INTAKE), Map.of("Authorization", token));
    }

    /** Registers so many people of a stack's operation, and shows how far it is. */
    static void everybody(
            BenchStack stack, People people, int count, String what, Terminal terminal) {
        Bulk bulk = of(stack);
        for (int done = 0; done < count; done += MOST) {
            terminal.bar(what + ": registering", done, count);
            List<People.Person> part = new ArrayList<>();
            for (int i = done; i < Math.min(count, done + MOST); i++) {
                part.add(people.next());
            }
            bulk.register(BenchStack.OPERATION, part);
        }
    }

    /**
     * Registers them all; what is answered 503 is sent again, as a tablet would.
     *
     * @throws LostException when one is not durable afterwards
     */
    public void register(String operation, List<People.Person> people) {
        String path = "/operations/" + operation + "/arrivals";
        for (int from = 0; from < people.size(); from += MOST) {
            List<People.Person> part = people.subList(from, Math.min(people.size(), from + MOST));
            registerOnce(path, part.stream().map(People.Person::json).toList());
        }
    }

    private void registerOnce(String path, List<String> lines) {
        for (int attempt = 1; ; attempt++) {
            try {
                requireAll(send(path, lines), lines.size(), "status");
                return;
            } catch (LostException e) {
                if (attempt == ATTEMPTS || !String.valueOf(e.getMessage()).contains("503")) {
                    throw e;
                }
            }
        }
    }

    /**
     * @param field which field of an outcome says "durable"
     */
    static void requireAll(List<JsonNode> outcomes, int expected, String field) {
        List<JsonNode> others =
                outcomes.stream()
                        .filter(one -> !one.path(field).asText().equals("durable"))
                        .toList();
        if (outcomes.size() != expected || !others.isEmpty()) {
            throw new LostException(
                    "%d of %d lines were stored; the first other outcome: %s"
                            .formatted(
                                    outcomes.size() - others.size(),
                                    expected,
                                    others.isEmpty() ? "none" : others.getFirst()));
        }
    }
}

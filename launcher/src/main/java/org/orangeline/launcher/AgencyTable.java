package org.orangeline.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Set;
import org.orangeline.launcher.keys.TokenRequest;
import org.orangeline.launcher.stack.Stack;

/** Reads each agency's feed from the beginning, as the agency would, and shows a line for each. */
final class AgencyTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stack stack;
    private final Terminal terminal;

    AgencyTable(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    /**
     * @throws LaunchException when the gateway does not answer
     */
    void show() {
        terminal.line("");
        terminal.line("%-20s %9s %9s %9s".formatted("agency", "events", "subjects", "notices"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (String agency : stack.agreements().agencies()) {
                show(agency, client);
            }
        } catch (IOException e) {
            throw new LaunchException("the gateway does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchException("stopped while the feeds were read", e);
        }
    }

    private void show(String agency, HttpClient client) throws IOException, InterruptedException {
        String token = stack.tokens().issue(TokenRequest.agency(agency));
        Set<String> subjects = new HashSet<>();
        int events = 0;
        int notices = 0;
        String cursor = "";
        boolean more = true;
        while (more) {
            URI page = stack.gateway().address().resolve("/feed?limit=1000" + cursor);
            HttpRequest request =
                    HttpRequest.newBuilder(page).header("Authorization", "Bearer " + token).build();
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                terminal.line("%-20s answered with %d".formatted(agency, answer.statusCode()));
                return;
            }
            JsonNode read = JSON.readTree(answer.body());
            for (JsonNode event : read.path("events")) {
                events++;
                notices += event.path("acknowledge").asBoolean() ? 1 : 0;
                subjects.add(event.path("subject").asText());
            }
            cursor = "&cursor=" + read.path("cursor").asText();
            more = read.path("more").asBoolean();
        }
        terminal.line("%-20s %,9d %,9d %,9d".formatted(agency, events, subjects.size(), notices));
    }
}

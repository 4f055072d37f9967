package org.orangeline.launcher.stack;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.StringJoiner;

/**
 * What a service says about itself.
 *
 * @param ready whether it answers requests
 * @param detail one line: the checks that are not up yet, with their data (why a topic was
 *     rejected, or the progress of a rebuild)
 */
public record Health(boolean ready, String detail) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The service does not answer. */
    static final Health SILENT = new Health(false, "starting");

    static Health of(int status, String body) {
        try {
            return new Health(status == 200, detail(JSON.readTree(body)));
        } catch (JacksonException e) {
            return new Health(status == 200, "HTTP " + status);
        }
    }

    private static String detail(JsonNode page) {
        StringJoiner checks = new StringJoiner("; ");
        for (JsonNode check : page.path("checks")) {
            if (!check.path("status").asText().equals("UP")) {
                checks.add(check.path("name").asText() + data(check.path("data")));
            }
        }
        return checks.toString();
    }

    private static String data(JsonNode data) {
        StringJoiner values = new StringJoiner(", ", ": ", "").setEmptyValue("");
        data.properties().stream()
                .filter(entry -> entry.getKey().startsWith("reason"))
                .forEach(entry -> values.add(entry.getValue().asText()));
        if (data.has("percent")) {
            values.add("rebuilding, " + data.path("percent").asText() + "%");
        }
        return values.toString();
    }
}

package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;

/** Items of one tablet for one service, in its order, and what the service made of them. */
final class Uploads {

    /** The body of a departure. */
    static final JsonNode DEPARTURE =
            Answer.parse(
                    "{\"leftAt\":\"2019-03-06T10:00:00Z\",\"kind\":\"WITH_FAMILY\",\"reason\":\"fetched by relatives\"}");

    private final Emergency emergency;
    private final Service service;
    private final String device;
    private final String officer;
    private final List<ObjectNode> kept = new ArrayList<>();
    private long sequence;

    Uploads(Emergency emergency, Service service, String device, String officer) {
        this.emergency = emergency;
        this.service = service;
        this.device = device;
        this.officer = officer;
    }

    /** Keeps a call, and gives the item's id. */
    UUID keep(String method, String path, JsonNode body) {
        return keep(method, path, body, null);
    }

    UUID keep(String method, String path, JsonNode body, @Nullable Long basedOn) {
        return keep(method, path, body, basedOn, null);
    }

    /** Keeps a decision, which names who captured it. */
    UUID decide(String path, JsonNode body, String capturedBy) {
        return keep("POST", path, body, null, capturedBy);
    }

    private UUID keep(
            String method,
            String path,
            JsonNode body,
            @Nullable Long basedOn,
            @Nullable String capturedBy) {
        UUID id = UUID.randomUUID();
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", id.toString())
                        .put("deviceId", device)
                        .put("deviceSequence", ++sequence)
                        .put("method", method)
                        .put("path", path);
        if (basedOn != null) {
            item.put("basedOn", basedOn);
        }
        if (capturedBy != null) {
            item.put("capturedBy", capturedBy);
        }
        item.set("body", body);
        kept.add(item);
        return id;
    }

    /** Sends everything that was ever kept, again as well. */
    List<String> send() {
        return outcomes().stream().map(line -> line.path("outcome").asText()).toList();
    }

    /** The problem that an item has when everything is sent again, and its status. */
    String problem(int index) {
        JsonNode problem = outcomes().get(index).path("problem");
        return problem.path("type").asText() + " " + problem.path("status").asText();
    }

    List<JsonNode> outcomes() {
        StringBuilder lines = new StringBuilder();
        kept.forEach(item -> lines.append(item).append('\n'));
        return emergency
                .system()
                .api(service)
                .settle(
                        emergency
                                .device(device)
                                .batch(officer)
                                .content(Call.NDJSON, lines.toString()))
                .expect(200)
                .lines();
    }

    JsonNode cursor() {
        return emergency
                .system()
                .api(service)
                .settle(emergency.call("GET", "devices/" + device + "/cursor").token(officer))
                .expect(200)
                .json();
    }
}

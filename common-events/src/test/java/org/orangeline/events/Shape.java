package org.orangeline.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What readers may count on in a schema, a line each: a field with whether it is required and what
 * it may be, and each code that a field may have.
 */
final class Shape {

    private static final Set<String> SAID_ELSEWHERE =
            Set.of("$schema", "$id", "title", "description", "$defs", "properties", "required");

    private final String event;
    private final JsonNode defs;
    private final SequencedSet<String> lines = new TreeSet<>();

    private Shape(String event, JsonNode schema) {
        this.event = event;
        this.defs = schema.path("$defs");
    }

    /**
     * @param event with its version, the beginning of each line
     */
    static SequencedSet<String> of(String event, JsonNode schema) {
        Shape shape = new Shape(event, schema);
        shape.walk("", "required", schema);
        return shape.lines;
    }

    private void walk(String path, String need, JsonNode stated) {
        JsonNode schema = resolved(stated);
        StringBuilder limits = new StringBuilder();
        for (Map.Entry<String, JsonNode> said : schema.properties()) {
            String keyword = said.getKey();
            if (keyword.equals("enum")) {
                said.getValue().forEach(code -> add(path, "code", code.asText()));
            } else if (keyword.equals("items")) {
                walk(path + "/*", "item", said.getValue());
            } else if (!SAID_ELSEWHERE.contains(keyword)) {
                limits.append(' ').append(keyword).append('=').append(said.getValue());
            }
        }
        add(path.isEmpty() ? "/" : path, need, limits.toString().strip());
        Set<String> required = new TreeSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            walk(
                    path + "/" + property.getKey(),
                    required.contains(property.getKey()) ? "required" : "optional",
                    property.getValue());
        }
    }

    private void add(String path, String what, String detail) {
        lines.add((event + " " + path + " " + what + " " + detail).strip());
    }

    private JsonNode resolved(JsonNode schema) {
        String ref = schema.path("$ref").asText("");
        return ref.isEmpty() ? schema : resolved(defs.path(ref.substring("#/$defs/".length())));
    }
}

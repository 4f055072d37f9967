package org.orangeline.events;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A field or list element that a payload holds, with the schema that describes it. Tests take every
 * spot of every golden payload and break it.
 *
 * @param parent JSON pointer of the object or list that holds it
 * @param name the field's name, or the index
 * @param schema what describes it, references followed
 * @param required whether the parent's schema requires it
 */
record Spot(String parent, String name, JsonNode schema, boolean required) {

    static List<Spot> of(EventType type, JsonNode payload) {
        JsonNode root = Schemas.json(type);
        var spots = new ArrayList<Spot>();
        collect(root, root, payload, "", spots);
        return spots;
    }

    /** A schema with its reference followed. */
    static JsonNode follow(JsonNode root, JsonNode schema) {
        return schema.has("$ref") ? root.at(schema.get("$ref").textValue().substring(1)) : schema;
    }

    private static void collect(
            JsonNode root, JsonNode schema, JsonNode value, String pointer, List<Spot> spots) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            String name = property.getKey();
            if (value.has(name)) {
                boolean required =
                        schema.path("required")
                                .valueStream()
                                .anyMatch(n -> n.asText().equals(name));
                var spot = new Spot(pointer, name, follow(root, property.getValue()), required);
                spots.add(spot);
                collect(root, spot.schema(), value.get(name), spot.pointer(), spots);
            }
        }
        if (value instanceof ArrayNode items) {
            for (int i = 0; i < items.size(); i++) {
                var spot =
                        new Spot(
                                pointer,
                                String.valueOf(i),
                                follow(root, schema.path("items")),
                                true);
                spots.add(spot);
                collect(root, spot.schema(), items.get(i), spot.pointer(), spots);
            }
        }
    }

    String pointer() {
        return parent + "/" + name;
    }

    boolean isElement() {
        return Character.isDigit(name.charAt(0));
    }

    boolean isSealed() {
        return schema.at("/properties/sealed").has("const");
    }

    ObjectNode without(ObjectNode payload) {
        ObjectNode copy = payload.deepCopy();
        ((ObjectNode) copy.at(parent)).remove(name);
        return copy;
    }

    ObjectNode with(ObjectNode payload, JsonNode value) {
        ObjectNode copy = payload.deepCopy();
        switch (copy.at(parent)) {
            case ObjectNode object -> object.set(name, value);
            case ArrayNode array -> array.set(Integer.parseInt(name), value);
            default -> throw new AssertionError("no container at " + parent);
        }
        return copy;
    }
}

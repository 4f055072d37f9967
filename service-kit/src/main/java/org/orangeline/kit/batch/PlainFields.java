package org.orangeline.kit.batch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.orangeline.events.model.Needs;

/**
 * What of a body is recorded in the clear: codes, times, numbers and ids, by the names of their
 * fields. A field that is not named here is left out, so a new one is hidden until somebody says
 * otherwise; and so is a text that can be no code, for nobody has checked the body yet, and a
 * sensitive need.
 */
final class PlainFields {

    private static final Set<String> NAMES =
            Set.of(
                    // who, when, where
                    "personId",
                    "receptionPoint",
                    "arrivedAt",
                    "at",
                    "leftAt",
                    "bornAt",
                    "diedAt",
                    "noticedAt",
                    "headCount",
                    "registrationNumber",
                    "preRegistration",
                    "device",
                    "deviceId",
                    "sequence",
                    "time",
                    // facts
                    "sex",
                    "age",
                    "birthDate",
                    "min",
                    "max",
                    "method",
                    "nationalities",
                    "country",
                    "basis",
                    "needs",
                    "family",
                    "groupId",
                    "role",
                    "relation",
                    // decisions
                    "group",
                    "finding",
                    "approve",
                    "facilityId",
                    "section",
                    "placementIds",
                    "personIds",
                    "accompanies",
                    "rule",
                    "rules",
                    "risk",
                    "receiver",
                    "outcome",
                    "appealId",
                    "departedAt",
                    "missing");

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.:_+-]{0,63}");

    private PlainFields() {}

    /** The rest of a body; an empty object when nothing of it is plain. */
    static JsonNode of(JsonNode body) {
        return plain(body).orElseGet(JsonNodeFactory.instance::objectNode);
    }

    /** A body without sensitive needs, whoever else may read it. */
    static JsonNode listed(JsonNode body) {
        if (!(body.get("needs") instanceof ArrayNode needs)) {
            return body;
        }
        ArrayNode rest = JsonNodeFactory.instance.arrayNode();
        needs.forEach(need -> {
            if (!Needs.SENSITIVE.contains(need.asText())) {
                rest.add(need);
            }
        });
        ObjectNode copy = ((ObjectNode) body).deepCopy();
        copy.set("needs", rest);
        return copy;
    }

    private static Optional<JsonNode> plain(JsonNode value) {
        if (value instanceof ObjectNode object) {
            ObjectNode rest = JsonNodeFactory.instance.objectNode();
            object.properties().stream()
                    .filter(field -> NAMES.contains(field.getKey()))
                    .forEach(field ->
                            plain(field.getValue())
                                    .ifPresent(kept -> rest.set(field.getKey(), kept)));
            return Optional.of(rest);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode rest = JsonNodeFactory.instance.arrayNode();
            array.forEach(entry -> plain(entry).ifPresent(rest::add));
            return Optional.of(rest);
        }
        return value.isTextual()
                        && (!CODE.matcher(value.textValue()).matches()
                                || Needs.SENSITIVE.contains(value.textValue()))
                ? Optional.empty()
                : Optional.of(value);
    }
}

package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Compares answers with what an OpenAPI document says of them. */
final class DocumentedAnswers {

    private static final String PROBLEM = "application/problem+json";

    private static final String COMPONENTS = "#/components/schemas/";
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final Map<String, Schema> compiled = new ConcurrentHashMap<>();
    private final JsonNode document;

    DocumentedAnswers(JsonNode document) {
        this.document = document;
    }

    /** What is wrong with an answer; empty when the document has it. */
    Optional<String> objection(String path, String method, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        String type = mediaType(answer);
        String at = "/paths/" + escaped("/" + path) + "/" + method.toLowerCase(Locale.ROOT);
        JsonNode response = document.at(at + "/responses/" + status);
        if (response.isMissingNode()) {
            return Optional.of("status " + status + " is not documented");
        }
        if (status >= 400 && !type.equals(PROBLEM)) {
            return Optional.of("a problem comes as '" + type + "'");
        }
        JsonNode content = response.path("content");
        if (answer.body().length == 0) {
            return content.isMissingNode() || content.isEmpty()
                    ? Optional.empty()
                    : Optional.of("an answer without a body is documented with one");
        }
        if (!content.has(type)) {
            return Optional.of(status + " as '" + type + "' is not documented");
        }
        if (!content.path(type).has("schema") || type.equals("text/csv")) {
            return Optional.empty();
        }
        JsonNode schema = content.path(type).path("schema");
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        List<String> documents = type.endsWith("x-ndjson") ? body.lines().toList() : List.of(body);
        return documents.stream()
                .flatMap(one -> errors(schema, one).stream())
                .findFirst()
                .map(error -> status + " " + type + ": " + error);
    }

    static String mediaType(HttpResponse<?> answer) {
        return answer.headers()
                .firstValue("Content-Type")
                .map(type -> type.split(";", 2)[0].strip())
                .orElse("");
    }

    private List<String> errors(JsonNode schema, String json) {
        return compiled
                .computeIfAbsent(schema.toString(), _ -> compile(schema))
                .validate(json, InputFormat.JSON)
                .stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    // With what it refers to and no more: a document for each of a thousand answers fills the heap.
    private Schema compile(JsonNode schema) {
        ObjectNode alone = schema.deepCopy();
        ObjectNode components = Answer.MAPPER.createObjectNode();
        refer(schema, components);
        alone.putObject("components").set("schemas", components);
        return REGISTRY.getSchema(
                new ByteArrayInputStream(alone.toString().getBytes(StandardCharsets.UTF_8)),
                InputFormat.JSON);
    }

    private void refer(JsonNode schema, ObjectNode components) {
        for (String ref : schema.findValuesAsText("$ref")) {
            String name = ref.substring(COMPONENTS.length());
            if (!components.has(name)) {
                JsonNode referred = document.at(ref.substring(1));
                components.set(name, referred);
                refer(referred, components);
            }
        }
    }

    private static String escaped(String step) {
        return step.replace("~", "~0").replace("/", "~1");
    }
}

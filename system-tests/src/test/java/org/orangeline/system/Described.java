package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Service;

/**
 * A call as a service's OpenAPI document describes it.
 *
 * @param path template, without the leading slash
 * @param roles null when the document does not say who may call
 * @param proof what lets a caller in
 * @param fromDevice whether a tablet has to say which one it is
 * @param mediaType of the body; null for a call without one
 * @param example a valid body
 * @param parameters of the query
 */
record Described(
        Service service,
        String method,
        String path,
        @Nullable Set<String> roles,
        boolean humanOnly,
        String proof,
        boolean fromDevice,
        @Nullable String mediaType,
        @Nullable String example,
        List<String> parameters) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    /** Every call of every service. */
    static List<Described> all(RunningSystem system) {
        List<Described> all = new ArrayList<>();
        for (Service service : Service.values()) {
            JsonNode document =
                    system.api(service).send(Call.get("q/openapi?format=json")).expect(200).json();
            document.path("paths")
                    .properties()
                    .forEach(path ->
                            path.getValue().properties().stream()
                                    .filter(operation -> METHODS.contains(operation.getKey()))
                                    .forEach(operation ->
                                            all.add(
                                                    of(
                                                            service,
                                                            operation.getKey(),
                                                            path.getKey(),
                                                            operation.getValue()))));
        }
        return all;
    }

    private static Described of(Service service, String method, String path, JsonNode operation) {
        String mediaType = null;
        String example = null;
        for (var content : operation.path("requestBody").path("content").properties()) {
            mediaType = content.getKey();
            for (JsonNode named : content.getValue().path("examples")) {
                JsonNode value = named.path("value");
                example = value.isTextual() ? value.asText() : value.toString();
            }
        }
        return new Described(
                service,
                method.toUpperCase(Locale.ROOT),
                path.substring(1),
                operation.has("x-roles") ? roles(operation.path("x-roles")) : null,
                operation.path("x-human-only").asBoolean(),
                operation.path("x-proof").asText(),
                operation.path("x-from-device").asBoolean(),
                mediaType,
                example,
                parameters(operation));
    }

    /** Names of the parameters of an operation's query. */
    static List<String> parameters(JsonNode operation) {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    private static Set<String> roles(JsonNode listed) {
        Set<String> roles = new TreeSet<>();
        listed.forEach(role -> roles.add(role.asText()));
        return roles;
    }

    /** Whether officers make it, with a role. */
    boolean isOfficers() {
        return proof.equals("officer-token");
    }

    boolean isCommand() {
        return mediaType != null && !path.endsWith("/search");
    }

    boolean isOfAnOperation() {
        return path.contains("{op}") || path.equals("operations");
    }

    @Override
    public String toString() {
        return service.id() + " " + method + " /" + path;
    }
}

package org.orangeline.system;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as any client could send it, a wrong one too.
 *
 * @param path relative to the service's address
 * @param token null for none at all
 * @param body null for a request without one
 */
record Call(
        String method,
        String path,
        @Nullable String token,
        @Nullable String mediaType,
        @Nullable String body,
        Map<String, String> headers) {

    static final String JSON = "application/json";
    static final String NDJSON = "application/x-ndjson";

    Call {
        headers = Map.copyOf(headers);
    }

    static Call of(String method, String path) {
        return new Call(method, path, null, null, null, Map.of());
    }

    static Call get(String path) {
        return of("GET", path);
    }

    Call token(@Nullable String other) {
        return new Call(method, path, other, mediaType, body, headers);
    }

    Call json(Object content) {
        return content(JSON, content.toString());
    }

    Call content(@Nullable String type, @Nullable String content) {
        return new Call(method, path, token, type, content, headers);
    }

    Call header(String name, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(name, value);
        return new Call(method, path, token, mediaType, body, more);
    }

    Call without(String name) {
        Map<String, String> fewer = new HashMap<>(headers);
        fewer.remove(name);
        return new Call(method, path, token, mediaType, body, fewer);
    }

    /** Names the command, so that it can be sent again. */
    Call key(String key) {
        return header("Idempotency-Key", key);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}

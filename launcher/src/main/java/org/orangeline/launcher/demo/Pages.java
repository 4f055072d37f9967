package org.orangeline.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads a paged list to its end. */
final class Pages {
    private static final int LIMIT = 1_000;

    private Pages() {}

    /**
     * @param path may have a query
     * @throws DemoException when a page is refused
     */
    static List<JsonNode> all(Api api, String token, String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String limit = (path.contains("?") ? "&" : "?") + "limit=" + LIMIT;
            Answer page = api.get(token, path + limit + cursor);
            if (!page.is(200)) {
                throw new DemoException("cannot read " + path + ": " + page.brief());
            }
            page.body().path("items").forEach(items::add);
            String next = page.body().path("next").asText("");
            cursor =
                    next.isEmpty() || next.equals("null")
                            ? ""
                            : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return items;
    }
}

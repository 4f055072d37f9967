package org.orangeline.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes a call that is good one that is not, or is in part; the same seed makes the same. */
final class Fuzzer {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "x",
                    "true",
                    "-1",
                    "0",
                    "9223372036854775807",
                    "99999999999999999999",
                    "null",
                    "\u0000",
                    "\u200B\u200B",
                    "\uD800",
                    "علي؛ =1+1",
                    "٣",
                    "2019-02-30",
                    "2019-03-01T12:00:00Z",
                    "+999999999-12-31T23:59:59Z",
                    "P1D",
                    "${jndi:ldap://x}",
                    "' OR 1=1 --",
                    "../../etc/passwd",
                    "00000000-0000-0000-0000-000000000000",
                    "a".repeat(300),
                    "ب".repeat(3_000));

    private static final List<String> SEGMENTS =
            List.of(
                    "0",
                    "-1",
                    "null",
                    "%00",
                    "%20",
                    "%2E%2E%2F",
                    "..;",
                    "%F0%9F%98%80",
                    "%FF",
                    "n0t+an+id",
                    "99999999999999999999",
                    "%D9%A3",
                    "00000000-0000-0000-0000-000000000000",
                    "A%0D%0AX:y",
                    "x".repeat(500));

    private static final Map<String, List<String>> HEADERS =
            Map.ofEntries(
                    Map.entry(
                            "Accept",
                            List.of(
                                    "",
                                    "text/csv",
                                    "text/csv;q=0, application/json",
                                    "image/png",
                                    "*/*;q=0",
                                    "*; q=.2",
                                    "garbage",
                                    "application/problem+json",
                                    "text/csv, application/json;q=0.5")),
                    Map.entry("Accept-Charset", List.of("utf-16", "*;q=0")),
                    Map.entry("Accept-Encoding", List.of("gzip", "identity;q=0", "br, *;q=0")),
                    Map.entry("Accept-Language", List.of("ar", "-", "de-DE,de;q=2")),
                    Map.entry(
                            "Content-Type",
                            List.of(
                                    "application/json; charset=utf-8",
                                    "application/json; charset=utf-16",
                                    "application/json; charset=latin1",
                                    "application/json;charset",
                                    "text/plain",
                                    "application/x-ndjson",
                                    "multipart/form-data; boundary=x",
                                    "application/x-www-form-urlencoded",
                                    "*/*",
                                    "")),
                    Map.entry("Content-Encoding", List.of("gzip", "deflate", "identity", "x")),
                    Map.entry(
                            "If-Match",
                            List.of(
                                    "*",
                                    "\"1\"",
                                    "W/\"1\"",
                                    "\"1\", \"2\"",
                                    "1",
                                    "\"1",
                                    "\"\"",
                                    "\"99999999999999999999\"",
                                    "")),
                    Map.entry("If-None-Match", List.of("*", "\"1\"")),
                    Map.entry("Idempotency-Key", List.of("", " ", "k", "k".repeat(201), "\u00E9")),
                    Map.entry(
                            "Purpose",
                            List.of(
                                    "UTF-8''%D8%AA%D8%AA%D8%A8%D8%B9",
                                    "%FF", "caf\u00E9", "a complaint", "p".repeat(1_000))),
                    Map.entry("Based-On", List.of("0", "-1", "x", "\"1\"", "\u00B3")),
                    Map.entry("Device-Id", List.of("tablet-1", "", "n0t an id", "tablet-0")),
                    Map.entry("Device-Token", List.of("x", "")),
                    Map.entry("Captured-By", List.of("somebody", "")),
                    Map.entry("Orangeline-Forwarded", List.of("x")),
                    Map.entry("Held-Ticket", List.of("x")),
                    Map.entry("Last-Event-ID", List.of("", "x", "AAAA")),
                    Map.entry("Range", List.of("bytes=0-1")),
                    Map.entry("Cookie", List.of("a=b", ";;=")),
                    Map.entry("Origin", List.of("null", "http://x")),
                    Map.entry("X-HTTP-Method-Override", List.of("DELETE")),
                    Map.entry("Authorization", List.of("Bearer x", "Basic eDp5", "Bearer ", "")));

    private static final List<String> HEADER_NAMES = HEADERS.keySet().stream().sorted().toList();

    private static final List<String> ODD_QUERIES =
            List.of(
                    "facility=typo",
                    "line=typo",
                    "group=typo",
                    "asOf=2019-03-01T12:00:00Z",
                    "asOf=now",
                    "asOf=9999-12-31T23:59:59Z",
                    "format=csv",
                    "format=xml",
                    "separator=semicolon&format=csv",
                    "separator=x&format=csv",
                    "limit=0",
                    "limit=7",
                    "limit=many",
                    "cursor=x",
                    "cursor=",
                    "status=typo",
                    "status=open",
                    "a=b",
                    "%FF=%FF",
                    "%00",
                    "=",
                    "&&",
                    "limit=1&limit=2",
                    "from=2019-03-01T12:00:00Z&to=2019-03-02T12:00:00Z",
                    "from=x",
                    "x=" + "y".repeat(3_000));

    private final Random random;

    Fuzzer(Random random) {
        this.random = random;
    }

    /**
     * @param good the call as its document has it, with whatever lets it in
     * @param template of its path
     * @param parameters of the query, by the document
     */
    FuzzedCall odd(Call good, String template, List<String> parameters) {
        String path = good.path();
        String query = "";
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(good.headers());
        if (good.token() != null) {
            headers.put("Authorization", "Bearer " + good.token());
        }
        if (good.mediaType() != null) {
            headers.put("Content-Type", good.mediaType());
        }
        headers.putIfAbsent(
                "Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString());
        byte @Nullable [] body =
                good.body() == null ? null : good.body().getBytes(StandardCharsets.UTF_8);
        for (int changes = random.nextInt(3); changes >= 0; changes--) {
            int what = random.nextInt(body == null ? 7 : 14);
            if (what == 0) {
                path = segment(path, template);
            } else if (what <= 2) {
                query = query(parameters);
            } else if (what <= 5) {
                String name = any(HEADER_NAMES);
                headers.put(name, any(HEADERS.getOrDefault(name, List.of(""))));
            } else if (body != null && what > 6) {
                body = body(body);
            } else if (what == 6 && body == null && !good.method().equals("GET")) {
                body = any(List.of("{}", "[]", "x", "")).getBytes(StandardCharsets.UTF_8);
            }
        }
        return new FuzzedCall(
                good.method(), query.isEmpty() ? path : path + "?" + query, headers, body);
    }

    // Only what stands for something else: the call stays the call.
    private String segment(String path, String template) {
        List<String> names = Arrays.asList(template.split("/", -1));
        List<Integer> variable = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith("{") && !names.get(i).equals("{op}")) {
                variable.add(i);
            }
        }
        String[] steps = path.split("/", -1);
        if (!variable.isEmpty() && steps.length == names.size()) {
            int step = any(variable);
            steps[step] =
                    random.nextInt(3) == 0 ? steps[step].toUpperCase(Locale.ROOT) : any(SEGMENTS);
        }
        return String.join("/", steps);
    }

    private String query(List<String> parameters) {
        if (parameters.isEmpty() || random.nextInt(3) == 0) {
            return any(ODD_QUERIES);
        }
        String value =
                random.nextBoolean()
                        ? any(SEGMENTS)
                        : any(List.of("open", "due", "overdue", "csv", "10", "true", "roj"));
        return any(parameters) + "=" + value;
    }

    private byte[] body(byte[] before) {
        switch (random.nextInt(12)) {
            case 0:
                return Arrays.copyOf(before, random.nextInt(before.length + 1));
            case 1:
                return any(List.of("", "null", "[]", "{}", "7", "\"x\"", "{\"a\":", "\uFEFF{}"))
                        .getBytes(StandardCharsets.UTF_8);
            case 2:
                return new String(before, StandardCharsets.UTF_8)
                        .getBytes(any(List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)));
            case 3:
                byte[] broken = before.clone();
                if (broken.length > 0) {
                    broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
                }
                return broken;
            case 4:
                if (random.nextInt(10) == 0) {
                    return ("{\"reason\":\"" + "x".repeat(70_000) + "\"}")
                            .getBytes(StandardCharsets.UTF_8);
                }
                return before;
            default:
                return changed(before);
        }
    }

    private byte[] changed(byte[] before) {
        JsonNode root;
        try {
            root = Answer.MAPPER.readTree(before);
        } catch (IOException e) {
            return before;
        }
        List<JsonNode> places = new ArrayList<>();
        collect(root, places);
        if (places.isEmpty()) {
            return before;
        }
        JsonNode place = any(places);
        if (place instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || random.nextInt(6) == 0) {
                object.set(any(List.of("surprise", "", "__proto__", "ب")), value());
            } else if (random.nextInt(4) == 0) {
                object.remove(any(names));
            } else {
                object.set(any(names), value());
            }
        } else if (place instanceof ArrayNode array) {
            if (array.isEmpty() || random.nextBoolean()) {
                array.add(random.nextBoolean() && !array.isEmpty() ? array.get(0) : value());
            } else {
                array.remove(random.nextInt(array.size()));
            }
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void collect(JsonNode node, List<JsonNode> places) {
        if (node.isContainerNode()) {
            places.add(node);
            node.forEach(child -> collect(child, places));
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.booleanNode(random.nextBoolean());
            case 1 -> NODES.numberNode(any(List.of(-1L, 0L, 7L, 1L << 31, Long.MAX_VALUE)));
            case 2 -> NODES.numberNode(1e300);
            case 3 -> NODES.nullNode();
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.objectNode();
            case 6 -> NODES.arrayNode().add(any(TEXTS));
            default -> NODES.textNode(any(TEXTS));
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}

package org.orangeline.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** A tablet that keeps its calls while it is offline, with a clock that may be a year off. */
final class Tablet {

    private final String id;
    private final Random random;
    private final Duration clockOff;
    private final Map<String, ObjectNode> waiting = new LinkedHashMap<>();
    private final List<JsonNode> rejected = new ArrayList<>();
    private long sequence;
    private int uploads;
    private int held;

    Tablet(String id, long seed) {
        this.id = id;
        this.random = new Random(seed);
        this.clockOff = Duration.ofHours(random.nextInt(2 * 365 * 24) - 365 * 24);
    }

    /** Keeps a call. */
    void keep(String method, String path, JsonNode body) {
        ObjectNode unused = kept(method, path, body);
    }

    /** Keeps a correction of somebody whom it may never have seen. */
    void correct(String path, JsonNode body) {
        ObjectNode unused = kept("PATCH", path, body).put("basedOn", 0);
    }

    private ObjectNode kept(String method, String path, JsonNode body) {
        ObjectNode item =
                Answer.MAPPER
                        .createObjectNode()
                        .put("itemId", new UUID(random.nextLong(), random.nextLong()).toString())
                        .put("deviceId", id)
                        .put("deviceSequence", ++sequence)
                        .put("deviceTime", Instant.now().plus(clockOff).toString())
                        .put("counter", sequence * 1_000)
                        .put("method", method)
                        .put("path", path);
        item.set("body", body);
        waiting.put(item.path("itemId").asText(), item);
        return item;
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    List<JsonNode> rejected() {
        return rejected;
    }

    String id() {
        return id;
    }

    long sequence() {
        return sequence;
    }

    int held() {
        return held;
    }

    int uploads() {
        return uploads;
    }

    /** One try on a bad link: cut anywhere, some lines twice, some in another order. */
    void upload(Emergency emergency) {
        List<ObjectNode> items = new ArrayList<>(waiting.values());
        int most = 1 + random.nextInt(Math.min(60, items.size()));
        List<ObjectNode> some = new ArrayList<>(items.subList(0, most));
        if (random.nextInt(4) == 0) {
            some.add(some.get(random.nextInt(some.size())));
        }
        if (random.nextInt(4) == 0) {
            java.util.Collections.swap(
                    some, random.nextInt(some.size()), random.nextInt(some.size()));
        }
        boolean zipped = random.nextBoolean();
        int patience = random.nextInt(3) == 0 ? random.nextInt(some.size() + 1) : some.size();
        Call call = emergency.device(id).batch(emergency.officers().intake());
        int[] heard = {0};
        uploads++;
        emergency
                .intake()
                .upload(
                        zipped ? call.header("Content-Encoding", "gzip") : call,
                        body(some, zipped),
                        line -> {
                            hear(line);
                            return ++heard[0] < patience;
                        });
    }

    private void hear(String line) {
        JsonNode outcome = parse(line);
        String item = outcome.path("itemId").asText();
        switch (outcome.path("outcome").asText()) {
            case "durable" -> waiting.remove(item);
            case "held" -> {
                held++;
                waiting.remove(item);
            }
            case "rejected" -> {
                rejected.add(outcome);
                waiting.remove(item);
            }
            default -> {
                // Comes again, after what else is there.
                ObjectNode again = waiting.remove(item);
                if (again != null) {
                    waiting.put(item, again);
                }
            }
        }
    }

    private static byte[] body(List<ObjectNode> items, boolean zipped) {
        StringBuilder lines = new StringBuilder();
        items.forEach(item -> lines.append(item).append('\n'));
        byte[] plain = lines.toString().getBytes(StandardCharsets.UTF_8);
        if (!zipped) {
            return plain;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static JsonNode parse(String line) {
        try {
            return Answer.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("an outcome is JSON", e);
        }
    }
}

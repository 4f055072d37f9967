package org.orangeline.bench.flood;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.zip.GZIPOutputStream;
import org.orangeline.bench.load.Connection;
import org.orangeline.bench.load.People;
import org.orangeline.bench.stack.BenchStack;

/** Batches of a tablet, one after the other, each of new people. */
final class Uploads {
    private static final int ITEMS = 1_000;
    private static final int DEEP_ITEMS = 50;
    private static final int STEPS = 3_000;
    private static final int PACKED_THOUSANDS = 4_000;

    /** Some kilobytes. */
    private static final byte[] PACKED = pack();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String officer;
    private final String tablet;
    private final String tabletId;
    private final People people;
    private final Queue<String> acknowledged;
    private final AtomicLong sequence = new AtomicLong();

    /**
     * @param officer the token of who carries the tablet
     * @param tablet the tablet's token
     * @param acknowledged takes the ids of those whom the service said it has
     */
    Uploads(
            String officer,
            String tablet,
            String tabletId,
            People people,
            Queue<String> acknowledged) {
        this.officer = officer;
        this.tablet = tablet;
        this.tabletId = tabletId;
        this.people = people;
        this.acknowledged = acknowledged;
    }

    /** One batch. */
    void send(Attack attack) throws IOException {
        send(attack, People.Person::json);
    }

    /** One batch in which everybody is a child of one family. */
    void crowd(Attack attack) throws IOException {
        String family =
                ",\"family\":{\"groupId\":\"crowd-%d\",\"role\":\"CHILD\"}}"
                        .formatted(sequence.get());
        send(
                attack,
                person ->
                        person.json().contains("\"family\"")
                                ? person.json()
                                : person.json().substring(0, person.json().length() - 1) + family);
    }

    /** One batch of items whose paths have thousands of steps. */
    void deep(Attack attack) throws IOException {
        String path = "arrivals" + "/x".repeat(STEPS);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < DEEP_ITEMS; i++) {
            lines.add(item(path, "{}"));
        }
        try (Connection connection = attack.connection()) {
            attack.answered(connection.send(request(String.join("\n", lines))));
        }
    }

    /** One line of millions of objects. */
    void packed(Attack attack) throws IOException {
        try (Connection connection = attack.connection()) {
            attack.answered(connection.send(request(PACKED, "Content-Encoding: gzip\r\n")));
        }
    }

    private static byte[] pack() {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            byte[] some = "{},".repeat(1_000).getBytes(UTF_8);
            gzip.write('[');
            for (int i = 0; i < PACKED_THOUSANDS; i++) {
                gzip.write(some);
            }
            gzip.write("{}]".getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void send(Attack attack, Function<People.Person, String> json) throws IOException {
        List<String> ids = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < ITEMS; i++) {
            People.Person person = people.next();
            ids.add(person.id());
            lines.add(item("arrivals/" + person.id(), json.apply(person)));
        }
        try (Connection connection = attack.connection()) {
            int status = connection.send(request(String.join("\n", lines)));
            attack.answered(status);
            if (status == 200) {
                remember(ids, new String(connection.body(), UTF_8).split("\n"));
            }
        }
    }

    private void remember(List<String> ids, String[] outcomes) throws IOException {
        for (int i = 0; i < ids.size(); i++) {
            JsonNode outcome = JSON.readTree(outcomes[i]);
            if (outcome.path("outcome").asText().equals("durable")) {
                acknowledged.add(ids.get(i));
            }
        }
    }

    private String item(String path, String body) {
        return ("{\"itemId\":\"%s\",\"deviceId\":\"%s\",\"deviceSequence\":%d,"
                        + "\"method\":\"PUT\",\"path\":\"%s\",\"body\":%s}")
                .formatted(UUID.randomUUID(), tabletId, sequence.incrementAndGet(), path, body);
    }

    private byte[] request(String body) {
        return request(body.getBytes(UTF_8), "");
    }

    private byte[] request(byte[] content, String headers) {
        byte[] head =
                ("POST /operations/%s/batches HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\n"
                                + "Device-Token: %s\r\nContent-Type: application/x-ndjson\r\n"
                                + "Accept: application/x-ndjson\r\n%sContent-Length: %d\r\n\r\n")
                        .formatted(BenchStack.OPERATION, officer, tablet, headers, content.length)
                        .getBytes(UTF_8);
        byte[] all = new byte[head.length + content.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(content, 0, all, head.length, content.length);
        return all;
    }
}

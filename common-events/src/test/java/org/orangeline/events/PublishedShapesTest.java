package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate for changes of the contracts: {@code published.txt} says what readers out there count
 * on. Lines are added to it, and none is ever changed or taken away.
 */
class PublishedShapesTest {

    private static final Set<String> PUBLISHED = published();

    static List<EventType> types() {
        return EventTypes.all();
    }

    @ParameterizedTest
    @MethodSource("types")
    void nothing_that_was_published_is_gone_and_what_is_new_is_optional(EventType type) {
        assertThat(broken(type, Schemas.json(type))).isEmpty();
    }

    @Test
    void what_is_new_is_published() throws IOException {
        Set<String> now = new TreeSet<>();
        types().forEach(type -> now.addAll(Shape.of(name(type), Schemas.json(type))));
        Path file = Path.of("target", "published.txt");
        Files.write(file, now);
        assertThat(now)
                .as("copy the lines that are new from %s to src/test/resources", file)
                .isEqualTo(PUBLISHED);
    }

    @Test
    void each_way_to_break_a_reader_is_caught() {
        EventType type = EventTypes.named("PersonArrived");
        assertThat(broken(type, changed(type, schema -> {}))).isEmpty();
        assertThat(broken(type, changed(type, schema -> fields(schema).putObject("shoes"))))
                .as("another optional field breaks nobody")
                .isEmpty();
        List<Consumer<ObjectNode>> breaks =
                List.of(
                        schema -> fields(schema).remove("sex"),
                        schema -> ((ArrayNode) schema.path("required")).remove(0),
                        schema -> ((ArrayNode) schema.path("required")).add("device"),
                        schema -> {
                            fields(schema).putObject("shoes");
                            ((ArrayNode) schema.path("required")).add("shoes");
                        },
                        schema -> fields(schema).putObject("receptionPoint").put("type", "integer"),
                        schema -> ((ArrayNode) schema.at("/$defs/sex/enum")).remove(0),
                        schema -> ((ObjectNode) schema.at("/$defs/age/properties")).remove("min"),
                        schema -> schema.put("additionalProperties", false));
        for (Consumer<ObjectNode> change : breaks) {
            assertThat(broken(type, changed(type, change))).isNotEmpty();
        }
    }

    private static ObjectNode fields(ObjectNode schema) {
        return (ObjectNode) schema.path("properties");
    }

    private static JsonNode changed(EventType type, Consumer<ObjectNode> change) {
        ObjectNode schema = Schemas.json(type).deepCopy();
        change.accept(schema);
        return schema;
    }

    /** What readers of this event would stumble over. */
    private static List<String> broken(EventType type, JsonNode schema) {
        Set<String> now = Shape.of(name(type), schema);
        Set<String> before =
                PUBLISHED.stream()
                        .filter(line -> line.startsWith(name(type) + " "))
                        .collect(Collectors.toCollection(TreeSet::new));
        List<String> broken = new ArrayList<>();
        before.stream()
                .filter(line -> !now.contains(line))
                .forEach(line -> broken.add("gone: " + line));
        if (!before.isEmpty()) {
            now.stream()
                    .filter(line -> !before.contains(line))
                    .filter(line -> isNewlyRequired(line, before))
                    .forEach(line -> broken.add("required from now on: " + line));
        }
        return broken;
    }

    // A required field of an object that is new itself asks nothing of older events.
    private static boolean isNewlyRequired(String line, Set<String> before) {
        String[] words = line.split(" ", 4);
        if (!words[2].equals("required")) {
            return false;
        }
        String parent = words[1].substring(0, Math.max(1, words[1].lastIndexOf('/')));
        return before.stream().anyMatch(old -> old.startsWith(words[0] + " " + parent + " "));
    }

    private static String name(EventType type) {
        return type.name() + "." + type.version();
    }

    private static Set<String> published() {
        try (InputStream in = PublishedShapesTest.class.getResourceAsStream("/published.txt")) {
            return in == null
                    ? Set.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank())
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

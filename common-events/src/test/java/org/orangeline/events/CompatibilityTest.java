package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * New code reads what old code wrote, old code reads what new code will write, within a version.
 */
class CompatibilityTest {

    private static final String SECRET = "Скрыто-مخفي-hidden";

    static Set<String> files() {
        return Samples.sealed().keySet();
    }

    @Test
    void a_golden_file_that_was_released_is_never_edited() throws Exception {
        List<String> sums =
                new String(Golden.bytes("SHA256SUMS").orElseThrow(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();

        var listed = new TreeSet<String>();
        for (String line : sums) {
            String[] sumAndFile = line.split("  ", 2);
            listed.add(sumAndFile[1]);
            byte[] golden = Golden.bytes(sumAndFile[1]).orElseThrow();
            assertThat(
                            HexFormat.of()
                                    .formatHex(MessageDigest.getInstance("SHA-256").digest(golden)))
                    .as("%s is in the logs as it was; add a version instead", sumAndFile[1])
                    .isEqualTo(sumAndFile[0]);
        }
        assertThat(listed)
                .as("every golden file has a line in SHA256SUMS and a sample")
                .isEqualTo(files());
    }

    @ParameterizedTest
    @MethodSource("files")
    void fields_of_a_later_writer_are_ignored_wherever_they_stand(String file) {
        Golden golden = Golden.read(file);
        ObjectNode later = golden.payload().deepCopy();
        addUnknownFields(later);

        assertThat(golden.decode(later)).isEqualTo(golden.decode());
        assertThat(Schemas.errors(golden.type(), later)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_missing_field_is_an_error_exactly_where_the_schema_requires_it(String file) {
        Golden golden = Golden.read(file);
        for (Spot spot : Spot.of(golden.type(), golden.payload())) {
            if (spot.isElement()) {
                continue;
            }
            ObjectNode without = spot.without(golden.payload());
            boolean valid = Schemas.errors(golden.type(), without).isEmpty();

            assertThat(decodes(golden, without)).as(spot.pointer()).isEqualTo(valid);
            if (spot.required()) {
                assertThat(valid).as(spot.pointer()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void null_in_place_of_a_required_field_is_an_error(String file) {
        Golden golden = Golden.read(file);
        for (Spot spot : Spot.of(golden.type(), golden.payload())) {
            ObjectNode broken = spot.with(golden.payload(), NullNode.getInstance());

            assertThat(Schemas.errors(golden.type(), broken)).as(spot.pointer()).isNotEmpty();
            if (spot.required()) {
                assertThat(decodes(golden, broken)).as(spot.pointer()).isFalse();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void an_unknown_code_is_an_error(String file) {
        Golden golden = Golden.read(file);
        for (Spot spot : Spot.of(golden.type(), golden.payload())) {
            if (spot.schema().has("enum")) {
                for (JsonNode code :
                        List.of(TextNode.valueOf("NO_SUCH_CODE"), IntNode.valueOf(0))) {
                    ObjectNode broken = spot.with(golden.payload(), code);

                    assertThat(decodes(golden, broken)).as(spot.pointer()).isFalse();
                    assertThat(Schemas.errors(golden.type(), broken)).isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void another_type_is_an_error_and_the_message_quotes_nothing(String file) {
        Golden golden = Golden.read(file);
        List<JsonNode> others =
                List.of(
                        TextNode.valueOf(SECRET),
                        golden.payload().objectNode().put(SECRET, SECRET),
                        golden.payload().arrayNode().add(SECRET));
        for (Spot spot : Spot.of(golden.type(), golden.payload())) {
            for (JsonNode other : others) {
                ObjectNode broken = spot.with(golden.payload(), other);
                boolean decodes = decodes(golden, broken);

                if (!spot.schema().path("type").asText().equals(typeOf(other))) {
                    assertThat(decodes).as(spot.pointer()).isFalse();
                }
            }
        }
    }

    @Test
    void a_payload_that_is_cut_off_is_an_error_and_the_message_quotes_nothing() {
        Golden golden = Golden.read("FacilityRegistered.1.json");
        String payload = golden.payload().put("name", SECRET).toString();
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EventCodec.decode(golden.type(), "al-hol", cut))
                    .isInstanceOfSatisfying(UncheckedIOException.class, this::quotesNothing);
        }
    }

    @Test
    void a_payload_that_is_null_or_goes_on_after_its_end_is_an_error() {
        Golden golden = Golden.read("FacilityRegistered.1.json");
        for (String payload : List.of("null", golden.payload() + " {}", "[]", "3", "\"x\"")) {
            byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> EventCodec.decode(golden.type(), "al-hol", bytes))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("FacilityRegistered cannot be read");
        }
    }

    @Test
    void the_message_names_the_field_that_is_missing() {
        Golden golden = Golden.read("PersonArrived.1.json");
        ObjectNode payload = golden.payload();
        ((ObjectNode) payload.at("/nationalities/1")).remove("basis");

        assertThatThrownBy(() -> golden.decode(payload))
                .hasMessageContaining("PersonArrived cannot be read")
                .hasMessageContaining("/nationalities/1/basis is missing");
    }

    private boolean decodes(Golden golden, ObjectNode payload) {
        try {
            golden.decode(payload);
            return true;
        } catch (UncheckedIOException e) {
            assertThat(e).hasMessageContaining(golden.type().name() + " cannot be read");
            quotesNothing(e);
            return false;
        }
    }

    private void quotesNothing(Throwable failure) {
        var trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(SECRET).doesNotContain("NO_SUCH_CODE");
    }

    private static String typeOf(JsonNode node) {
        return node.isTextual() ? "string" : node.isArray() ? "array" : "object";
    }

    private static void addUnknownFields(JsonNode node) {
        for (JsonNode inside : node) {
            addUnknownFields(inside);
        }
        if (node instanceof ObjectNode object && !object.has("sealed")) {
            object.put("anUnknownText", "x").putArray("anUnknownList").addObject().put("a", 1);
            object.putNull("anUnknownNull");
        }
    }
}

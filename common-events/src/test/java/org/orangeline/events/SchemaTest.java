package org.orangeline.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.PlacedInDetention;

/** The schemas are written by hand and read by others: here they are kept in step with the code. */
class SchemaTest {

    static Stream<EventType> types() {
        return EventTypes.all().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_is_json_schema_2020_12_and_stands_alone(EventType type) {
        JsonNode schema = Schemas.json(type);

        assertThat(schema.get("$schema").textValue())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(Schemas.errorsOfSchema(schema)).isEmpty();
        assertThat(schema.findValuesAsText("$ref")).allMatch(ref -> ref.startsWith("#/$defs/"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_schema_names_the_fields_and_codes_of_the_record(EventType type) {
        JsonNode schema = Schemas.json(type);

        describes(schema, schema, type.eventClass(), type.name());
    }

    @Test
    void an_erasure_names_the_registrations_that_go() {
        UUID erasure = new UUID(0x7003, 1);
        var asked =
                new ErasureRequested(
                        erasure,
                        new UUID(0x7000, 1),
                        Confidential.of("asked for in writing"),
                        List.of(new UUID(0x7000, 1), new UUID(0x7000, 2)));
        byte[] payload = EventCodec.encode(asked, new TestSealer());
        EventType type = EventTypes.named("ErasureRequested");
        assertThat(Schemas.errors(type, json(payload))).isEmpty();
        var read = (ErasureRequested) EventCodec.decode(type, erasure.toString(), payload);
        assertThat(read.registrations()).isEqualTo(asked.registrations());
    }

    private static JsonNode json(byte[] payload) {
        try {
            return new ObjectMapper().readTree(payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void every_field_is_described_and_every_later_field_is_let_through(EventType type) {
        JsonNode schema = Schemas.json(type);

        assertThat(schema.get("description").textValue()).isNotBlank();
        assertThat(schema.findValues("properties"))
                .flatExtracting(properties -> properties.properties())
                .allSatisfy(field ->
                        assertThat(field.getValue().path("description").asText())
                                .as(field.getKey())
                                .endsWith("."));
        assertThat(schema.findParents("additionalProperties"))
                .as("only a sealed value is closed")
                .allMatch(parent -> parent.at("/properties/sealed").has("const"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PersonArrived      | /personId                   | \"01957A3E-5C1B-7D2E-8F30\"",
                "PersonArrived      | /registrationNumber         | \"BGZ 123\"",
                "PersonArrived      | /receptionPoint             | \"east gate\"",
                "PersonArrived      | /arrivedAt                  | \"2019-03-02T08:10:00\"",
                "PersonArrived      | /arrivedAt                  | \"2019-13-02T08:10:00Z\"",
                "PersonArrived      | /arrivedAt                  | \"2019-03-02T11:10:00+03:00\"",
                "PersonArrived      | /arrivedAt                  | 1551514200",
                "PersonArrived      | /age                        | {\"min\":1,\"max\":2}",
                "PersonArrived      | /age/min                    | -1",
                "PersonArrived      | /age/max                    | 131",
                "PersonArrived      | /age/max                    | 17.5",
                "PersonArrived      | /age/birthDate              | \"2001-03-02\"",
                "PersonArrived      | /age/estimatedOn            | \"2019-02-30\"",
                "PersonArrived      | /nationalities/0/country    | \"irq\"",
                "PersonArrived      | /needs/0                    | \"urgent help\"",
                "PersonArrived      | /identity                   | \"Claire Dubois\"",
                "PersonArrived      | /identity/sealed            | \"none\"",
                "PersonArrived      | /identity/iv                | \"c2hvcnQ=\"",
                "PersonArrived      | /identity/ciphertext        | \"Claire Dubois and others\"",
                "OperationOpened    | /numberPrefix               | \"bgz\"",
                "OperationOpened    | /legalProfile/lineWaitLimit | \"24 hours\"",
                "OperationOpened    | /legalProfile/lineWaitLimit | \"-PT24H\"",
                "OperationOpened    | /legalProfile/lineWaitLimit | 86400",
                "OperationOpened    | /legalProfile/reviewEvery   | \"P-6M\"",
                "OperationOpened    | /plan/groups                | []",
                "FacilityRegistered | /capacity                   | -1",
                "FacilityRegistered | /admits/sexes               | [\"MALE\", \"MALE\"]",
                "PlacementOrdered   | /consent/language           | \"\"",
                "PlacementOrdered   | /orderedBy                  | \"\"",
                "PlacementProposed  | /because/0                  | \"since he said so\"",
                "PlacementQuestioned| /rules                      | []"
            })
    void a_malformed_value_is_not_valid(String event, String pointer, String value)
            throws Exception {
        Golden golden = Golden.read(event + ".1.json");
        int cut = pointer.lastIndexOf('/');
        var spot =
                new Spot(
                        pointer.substring(0, cut),
                        pointer.substring(cut + 1),
                        golden.payload(),
                        true);

        assertThat(
                        Schemas.errors(
                                golden.type(),
                                spot.with(golden.payload(), Golden.JSON.readTree(value))))
                .isNotEmpty();
    }

    @Test
    void a_shared_definition_is_the_same_in_every_schema() {
        Map<String, JsonNode> first = new HashMap<>();
        types().map(Schemas::json)
                .flatMap(schema -> schema.path("$defs").properties().stream())
                .forEach(definition ->
                        assertThat(definition.getValue())
                                .as(definition.getKey())
                                .isEqualTo(
                                        first.computeIfAbsent(
                                                definition.getKey(),
                                                name -> definition.getValue())));
        assertThat(first).containsKeys("sealed", "age", "groupingPlan", "legalProfile");
    }

    private static void describes(JsonNode root, JsonNode schema, Class<?> type, String where) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        List<String> required =
                schema.path("required").valueStream().map(JsonNode::textValue).toList();

        assertThat(schema.get("type").textValue()).as(where).isEqualTo("object");
        assertThat(schema.get("properties").fieldNames())
                .toIterable()
                .as(where)
                .containsExactlyElementsOf(names);
        assertThat(names).as(where).containsAll(required);
        for (RecordComponent component : components) {
            String name = component.getName();
            JsonNode field = Spot.follow(root, schema.get("properties").get(name));
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                assertThat(required).as(where).doesNotContain(name);
            }
            describesValue(root, field, component.getGenericType(), where + "/" + name);
        }
    }

    private static void describesValue(JsonNode root, JsonNode field, Type type, String where) {
        Class<?> raw =
                (Class<?>) (type instanceof ParameterizedType full ? full.getRawType() : type);
        if (raw == Confidential.class) {
            assertThat(field).as(where).isEqualTo(root.at("/$defs/sealed"));
        } else if (raw.isEnum()) {
            assertThat(field.get("enum").valueStream().map(JsonNode::textValue))
                    .as(where)
                    .containsExactlyElementsOf(codes(raw, where));
        } else if (raw.isRecord()) {
            describes(root, field, raw, where);
        } else if (Collection.class.isAssignableFrom(raw)) {
            assertThat(field.get("type").textValue()).as(where).isEqualTo("array");
            describesValue(
                    root,
                    Spot.follow(root, field.get("items")),
                    ((ParameterizedType) type).getActualTypeArguments()[0],
                    where + "/0");
        } else {
            boolean number =
                    raw == int.class
                            || raw == Integer.class
                            || raw == long.class
                            || raw == Long.class;
            boolean flag = raw == boolean.class || raw == Boolean.class;
            assertThat(field.get("type").textValue())
                    .as(where)
                    .isEqualTo(number ? "integer" : flag ? "boolean" : "string");
            if (raw == UUID.class || raw.getName().startsWith("java.time.")) {
                assertThat(field.has("format")).as(where).isTrue();
            }
        }
    }

    private static List<String> codes(Class<?> type, String where) {
        return Arrays.stream(type.getEnumConstants())
                // The record refuses it, so the schema does.
                .filter(code ->
                        code != Basis.VOLUNTARY_SHELTER
                                || !where.startsWith(PlacedInDetention.class.getSimpleName()))
                .map(code -> ((Enum<?>) code).name())
                .toList();
    }
}

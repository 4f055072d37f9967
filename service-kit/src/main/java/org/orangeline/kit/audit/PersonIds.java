package org.orangeline.kit.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.rest.Csv;
import org.orangeline.kit.rest.PathId;

/**
 * The persons that an answer names, wherever in it they stand. Every UUID counts as a person's,
 * unless it stands under one of the names that are known to be something else's: a field that
 * somebody adds is audited before anybody thinks of it.
 */
final class PersonIds {

    /** What else has an id. */
    static final Set<String> OF_THINGS =
            Set.of(
                    "absenceId",
                    "accessId",
                    "appealId",
                    "assessmentId",
                    "blockId",
                    "causationId",
                    "changeId",
                    "commandId",
                    "conflictId",
                    "convoyId",
                    "countId",
                    "deviceId",
                    "enrolmentId",
                    "erasureId",
                    "eventId",
                    "exportId",
                    "facilityId",
                    "familyGroupId",
                    "groupId",
                    "itemId",
                    "linkId",
                    "mergeId",
                    // The convoy in which somebody did not arrive.
                    "missingFrom",
                    "overrideId",
                    "overrides",
                    "placementId",
                    "preRegistration",
                    "proposalId",
                    "receiptId",
                    "recommendationId",
                    "reviewId",
                    "screeningId",
                    "sectionId",
                    "transferId",
                    // The placement that an override allowed.
                    "usedBy",
                    // What is taken back as not so.
                    "withdrawal",
                    "withdrawalId");

    private static final int UUID_LENGTH = 36;

    // Asking a class for its components creates them each time.
    private static final ClassValue<List<RecordComponent>> COMPONENTS =
            new ClassValue<>() {
                @Override
                protected List<RecordComponent> computeValue(Class<?> type) {
                    List<RecordComponent> components = List.of(type.getRecordComponents());
                    components.forEach(component -> component.getAccessor().setAccessible(true));
                    return components;
                }
            };

    private PersonIds() {}

    static void in(@Nullable Object entity, Collection<String> found) {
        switch (entity) {
            case null -> {}
            case UUID id -> found.add(id.toString());
            case String text -> text(text, found);
            case Optional<?> optional -> optional.ifPresent(value -> in(value, found));
            case JsonNode json -> json(json, found);
            case Iterable<?> items -> items.forEach(item -> in(item, found));
            case Object[] items -> Stream.of(items).forEach(item -> in(item, found));
            case Map<?, ?> map ->
                    map.forEach((key, value) -> {
                        in(key, found);
                        in(value, found);
                    });
            case Csv.Table<?> table -> rows(table, found);
            case Record record -> record(record, found);
            default -> {}
        }
    }

    private static void rows(Csv.Table<?> table, Collection<String> found) {
        try (Stream<? extends Record> rows = table.rows().get()) {
            rows.forEach(row -> record(row, found));
        }
    }

    private static void record(Record record, Collection<String> found) {
        for (RecordComponent component : COMPONENTS.get(record.getClass())) {
            if (!OF_THINGS.contains(component.getName())) {
                in(value(record, component), found);
            }
        }
    }

    private static void json(JsonNode json, Collection<String> found) {
        if (json.isTextual()) {
            text(json.textValue(), found);
        } else if (json.isArray()) {
            json.forEach(item -> json(item, found));
        } else {
            json.properties()
                    .forEach(field -> {
                        if (!OF_THINGS.contains(field.getKey())) {
                            json(field.getValue(), found);
                        }
                    });
        }
    }

    private static void text(String text, Collection<String> found) {
        if (text.length() == UUID_LENGTH && PathId.isUuid(text)) {
            found.add(PathId.canonical(text));
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }
}

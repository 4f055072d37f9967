package org.orangeline.kit.audit;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The persons that an answer names, wherever in it they stand. */
final class PersonIds {

    private static final Set<String> NAMES =
            Set.of("personId", "otherId", "relativeId", "childId", "carerId", "accompanies");

    private PersonIds() {}

    static void in(@Nullable Object entity, Collection<String> found) {
        switch (entity) {
            case null -> {}
            case Optional<?> optional -> optional.ifPresent(value -> in(value, found));
            case Iterable<?> items -> items.forEach(item -> in(item, found));
            case Map<?, ?> map -> map.values().forEach(value -> in(value, found));
            case Record record -> record(record, found);
            default -> {}
        }
    }

    private static void record(Record record, Collection<String> found) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = value(record, component);
            if (value instanceof UUID id && NAMES.contains(component.getName())) {
                found.add(id.toString());
            } else if (value instanceof Collection<?> ids
                    && component.getName().equals("personIds")) {
                ids.forEach(id -> found.add(String.valueOf(id)));
            } else {
                in(value, found);
            }
        }
    }

    private static @Nullable Object value(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record can be read", e);
        }
    }
}

package org.orangeline.events;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a record that was read lacks: a component that is null and not {@link Nullable}, here
 * or in a record inside. It looks after the constructor, so a constructor that turns a missing list
 * into an empty one makes that field optional. Shapes are kept per class: reading the log does this
 * once an event.
 */
final class RequiredFields {

    private static final ClassValue<Field[]> SHAPES =
            new ClassValue<>() {
                @Override
                protected Field[] computeValue(Class<?> type) {
                    return Arrays.stream(type.getRecordComponents())
                            .filter(component -> !component.getType().isPrimitive())
                            .map(Field::of)
                            .toArray(Field[]::new);
                }
            };

    private RequiredFields() {}

    /** JSON pointer of the first one that is missing. */
    static Optional<String> firstMissing(Object value) {
        return Optional.ofNullable(missing(value));
    }

    private static @Nullable String missing(@Nullable Object value) {
        return switch (value) {
            // Sealed values are complete by construction, and there are many.
            case Confidential<?> _ -> null;
            case Record fields -> missing(fields);
            case Collection<?> items -> missing(items);
            case null, default -> null;
        };
    }

    private static @Nullable String missing(Record fields) {
        for (Field field : SHAPES.get(fields.getClass())) {
            Object value = field.of(fields);
            if (value == null) {
                if (field.required()) {
                    return "/" + field.name();
                }
                continue;
            }
            String inside = missing(value);
            if (inside != null) {
                return "/" + field.name() + inside;
            }
        }
        return null;
    }

    private static @Nullable String missing(Collection<?> items) {
        int index = 0;
        for (Object item : items) {
            String inside = missing(item);
            if (inside != null) {
                return "/" + index + inside;
            }
            index++;
        }
        return null;
    }

    private record Field(String name, boolean required, MethodHandle accessor) {

        static Field of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            try {
                return new Field(
                        component.getName(),
                        !component.getAnnotatedType().isAnnotationPresent(Nullable.class),
                        MethodHandles.lookup()
                                .unreflect(accessor)
                                .asType(MethodType.methodType(Object.class, Record.class)));
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("the accessor was made accessible", e);
            }
        }

        @Nullable Object of(Record fields) {
            try {
                return (Object) accessor.invokeExact(fields);
            } catch (Throwable e) {
                throw new IllegalStateException(name + " has an accessor that fails", e);
            }
        }
    }
}

package org.orangeline.runtime.scenario;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Clear;
import org.orangeline.events.Confidential;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Sealed;

/** Equality of values in which a clear text and the sealed one of it count as the same. */
final class SameValue {

    private static final TestSealer SEALER = new TestSealer();

    private SameValue() {}

    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            return left == right;
        }
        if (left instanceof Confidential<?> one && right instanceof Confidential<?> other) {
            return sameInside(one, other);
        }
        if (left instanceof Record && left.getClass() == right.getClass()) {
            return sameParts(left, right);
        }
        if (left instanceof List<?> one && right instanceof List<?> other) {
            return sameItems(one, other);
        }
        if (left instanceof Map<?, ?> one && right instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.keySet().stream().allMatch(key -> same(one.get(key), other.get(key)));
        }
        return Objects.equals(left, right);
    }

    private static boolean sameInside(Confidential<?> left, Confidential<?> right) {
        return switch (left) {
            case Clear<?> clear -> isInside(clear, right);
            case Sealed<?> sealed ->
                    right instanceof Clear<?> clear
                            ? isInside(clear, sealed)
                            : sealed.equals(right);
        };
    }

    private static boolean isInside(Clear<?> clear, Confidential<?> other) {
        return switch (other) {
            case Clear<?> alsoClear -> clear.equals(alsoClear);
            case Sealed<?> sealed -> {
                Optional<byte[]> json = SEALER.open(sealed);
                yield json.isPresent()
                        && clear.value()
                                .equals(EventCodec.read(json.get(), clear.value().getClass()));
            }
        };
    }

    private static boolean sameParts(Object left, Object right) {
        for (RecordComponent part : left.getClass().getRecordComponents()) {
            if (!same(value(part, left), value(part, right))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameItems(List<?> left, List<?> right) {
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            if (!same(left.get(i), right.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object value(RecordComponent part, Object of) {
        try {
            part.getAccessor().setAccessible(true);
            return part.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(part + " cannot be read", e);
        }
    }
}

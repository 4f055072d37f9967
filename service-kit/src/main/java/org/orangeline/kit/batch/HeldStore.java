package org.orangeline.kit.batch;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orangeline.kit.batch.HeldItem.State;

/**
 * What is held, as far as this instance knows; the same records in any order make the same store.
 * Counted as it changes, so that nobody looks at every item to know how many there are.
 */
final class HeldStore {

    private final Map<String, OfOperation> operations = new ConcurrentHashMap<>();
    private final Map<String, Integer> marks = new ConcurrentHashMap<>();

    /** An older record never takes a newer one's place. */
    void put(HeldItem item) {
        operations
                .computeIfAbsent(item.operation(), _ -> new OfOperation())
                .change(
                        item.deviceId(),
                        item.itemId(),
                        here -> here != null && here.revision() > item.revision() ? here : item);
    }

    void put(HeldMark mark) {
        marks.put(mark.operation(), mark.destroyed());
    }

    Optional<Integer> mark(String operation) {
        return Optional.ofNullable(marks.get(operation));
    }

    void remove(String operation, UUID itemId) {
        OfOperation there = operations.get(operation);
        if (there != null) {
            there.of(itemId).ifPresent(item -> there.change(item.deviceId(), itemId, _ -> null));
        }
    }

    Optional<HeldItem> of(String operation, UUID itemId) {
        return Optional.ofNullable(operations.get(operation)).flatMap(there -> there.of(itemId));
    }

    /** What an operation has here, each tablet's in its order. */
    List<HeldItem> in(String operation) {
        OfOperation there = operations.get(operation);
        return there == null ? List.of() : inOrder(there.all());
    }

    /** What a tablet has here. */
    List<HeldItem> of(String operation, String deviceId) {
        OfOperation there = operations.get(operation);
        return there == null ? List.of() : there.of(deviceId);
    }

    /** Those that hold something, or once did. */
    Set<String> operations() {
        Set<String> all = new HashSet<>(operations.keySet());
        all.addAll(marks.keySet());
        return all;
    }

    int count(String operation, State state) {
        OfOperation there = operations.get(operation);
        return there == null ? 0 : there.count(state);
    }

    /** In all operations. */
    int count(State state) {
        return operations.values().stream().mapToInt(there -> there.count(state)).sum();
    }

    private static List<HeldItem> inOrder(List<HeldItem> items) {
        return items.stream()
                .sorted(
                        Comparator.comparing(HeldItem::deviceId)
                                .thenComparing(HeldItem::deviceSequence)
                                .thenComparing(HeldItem::itemId))
                .toList();
    }

    /** What one operation has here. */
    private static final class OfOperation {

        private final Map<UUID, HeldItem> items = new HashMap<>();
        private final Map<String, Map<UUID, HeldItem>> byDevice = new HashMap<>();
        private final Map<State, Integer> counts = new EnumMap<>(State.class);

        synchronized void change(
                String deviceId, UUID itemId, UnaryOperator<@Nullable HeldItem> how) {
            HeldItem before = items.get(itemId);
            HeldItem after = how.apply(before);
            if (before != null) {
                counts.merge(before.state(), -1, Integer::sum);
                items.remove(itemId);
                byDevice.getOrDefault(deviceId, new HashMap<>()).remove(itemId);
            }
            if (after != null) {
                counts.merge(after.state(), 1, Integer::sum);
                items.put(itemId, after);
                byDevice.computeIfAbsent(deviceId, _ -> new HashMap<>()).put(itemId, after);
            }
        }

        synchronized Optional<HeldItem> of(UUID itemId) {
            return Optional.ofNullable(items.get(itemId));
        }

        synchronized List<HeldItem> of(String deviceId) {
            return List.copyOf(byDevice.getOrDefault(deviceId, Map.of()).values());
        }

        synchronized List<HeldItem> all() {
            return List.copyOf(items.values());
        }

        synchronized int count(State state) {
            return counts.getOrDefault(state, 0);
        }
    }
}

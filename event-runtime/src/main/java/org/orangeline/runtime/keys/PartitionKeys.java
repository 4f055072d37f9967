package org.orangeline.runtime.keys;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** What one partition of a topic of keys holds. Written by two threads, read by many. */
final class PartitionKeys {

    private final Map<String, KeyRecord> persons = new ConcurrentHashMap<>();
    private final Map<String, KeyRecord> operationKeys = new ConcurrentHashMap<>();
    private final Map<String, SecretKeySpec> opened = new ConcurrentHashMap<>();
    private final Map<String, Integer> destroyed = new ConcurrentHashMap<>();
    private final Set<String> leftBehind = ConcurrentHashMap.newKeySet();
    private volatile int allDestroyed;
    private final Set<String> everDestroyed = ConcurrentHashMap.newKeySet();
    private int atLeastDestroyed;
    private long writtenThrough = -1;
    private long readThrough = -1;

    /** From a reader, which may be behind what this instance wrote. */
    synchronized void read(String key, byte @Nullable [] value, long offset) {
        readThrough = Math.max(readThrough, offset);
        if (offset > writtenThrough) {
            put(key, value);
        }
    }

    synchronized void wrote(String key, byte @Nullable [] value, long offset) {
        writtenThrough = Math.max(writtenThrough, offset);
        // An instance that slept may learn of its own write after it has read what another wrote.
        if (offset > readThrough) {
            put(key, value);
        }
    }

    void put(String key, byte @Nullable [] value) {
        if (key.startsWith(KeyRecord.OPERATION_KEY)) {
            putOperationKey(key.substring(KeyRecord.OPERATION_KEY.length()), value);
        } else {
            putPerson(key, value);
        }
    }

    private void putOperationKey(String name, byte @Nullable [] value) {
        if (value == null) {
            operationKeys.remove(name);
            opened.remove(name);
        } else {
            operationKeys.put(name, KeyRecord.parse(value));
        }
    }

    // Under one lock with destroy: neither may miss what the other does.
    private synchronized void putPerson(String subject, byte @Nullable [] value) {
        if (value == null) {
            persons.remove(subject);
            leftBehind.remove(subject);
            return;
        }
        KeyRecord key = KeyRecord.parse(value);
        if (key.number() < destroyed(subject)) {
            leftBehind.add(subject);
        } else {
            leftBehind.remove(subject);
            persons.put(subject, key);
        }
    }

    synchronized void destroy(String subject) {
        allDestroyed++; // first: who sees that one is gone sees that any is
        int count = destroyed.merge(subject, 1, Integer::sum);
        KeyRecord key = persons.get(subject);
        if (key != null && key.number() < count) {
            persons.remove(subject);
            leftBehind.add(subject);
        }
    }

    // What was destroyed stays so while it is counted again.
    synchronized void recount() {
        everDestroyed.addAll(destroyed.keySet());
        atLeastDestroyed = Math.max(atLeastDestroyed, allDestroyed);
        destroyed.clear();
        allDestroyed = 0;
    }

    boolean wasDestroyed(String subject) {
        return destroyed(subject) > 0 || everDestroyed.contains(subject);
    }

    int destroyed(String subject) {
        return destroyed.getOrDefault(subject, 0);
    }

    synchronized int allDestroyed() {
        return Math.max(atLeastDestroyed, allDestroyed);
    }

    Set<String> leftBehind() {
        return Set.copyOf(leftBehind);
    }

    Optional<KeyRecord> person(String subject) {
        return Optional.ofNullable(persons.get(subject));
    }

    Optional<KeyRecord> operationKey(String name) {
        return Optional.ofNullable(operationKeys.get(name));
    }

    Optional<SecretKeySpec> opened(String name) {
        return Optional.ofNullable(opened.get(name));
    }

    SecretKeySpec opened(String name, SecretKeySpec key) {
        opened.put(name, key);
        return key;
    }

    Set<String> names(String operation) {
        return operationKeys.keySet().stream()
                .filter(name -> OperationKeyName.operation(name).equals(operation))
                .collect(Collectors.toSet());
    }

    Optional<String> current(String operation) {
        return names(operation).stream()
                .max((a, b) ->
                        Integer.compare(OperationKeyName.number(a), OperationKeyName.number(b)));
    }

    Set<String> wrappedByOthers(String operation, String current) {
        return persons.entrySet().stream()
                .filter(entry ->
                        OperationKeyName.operation(entry.getValue().by()).equals(operation)
                                && !entry.getValue().by().equals(current))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}

package org.orangeline.runtime.keys;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.SubjectRef;

/** What one partition of a topic of keys holds. Written by two threads, read by many. */
final class PartitionKeys {

    private final Map<String, List<PersonKey>> persons = new ConcurrentHashMap<>();
    private final Map<String, KeyRecord> operationKeys = new ConcurrentHashMap<>();
    private final Map<String, SecretKeySpec> opened = new ConcurrentHashMap<>();
    private final Set<String> leftBehind = ConcurrentHashMap.newKeySet();
    private final DestroyedKeys destroyed = new DestroyedKeys();
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
    private synchronized void putPerson(String recordKey, byte @Nullable [] value) {
        if (value == null) {
            remove(recordKey);
            leftBehind.remove(recordKey);
            return;
        }
        PersonKey key = PersonKey.of(recordKey, KeyRecord.parse(value));
        remove(recordKey);
        if (destroyed.holds(key)) {
            leftBehind.add(recordKey);
        } else {
            leftBehind.remove(recordKey);
            persons.merge(
                    key.subject(),
                    List.of(key),
                    (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        }
    }

    private void remove(String recordKey) {
        persons.computeIfPresent(
                PersonKey.subject(recordKey),
                (subject, keys) -> {
                    List<PersonKey> others =
                            keys.stream()
                                    .filter(key -> !key.recordKey().equals(recordKey))
                                    .toList();
                    return others.isEmpty() ? null : others;
                });
    }

    synchronized void destroy(SubjectRef owner) {
        destroyed.add(owner);
        for (PersonKey key : ofSubject(owner.subject())) {
            if (destroyed.holds(key)) {
                remove(key.recordKey());
                leftBehind.add(key.recordKey());
            }
        }
    }

    synchronized void recount() {
        destroyed.recount();
    }

    synchronized boolean wasDestroyed(SubjectRef owner) {
        return destroyed.any(owner);
    }

    synchronized int destroyed(SubjectRef owner) {
        return destroyed.count(owner);
    }

    synchronized int allDestroyed() {
        return destroyed.all();
    }

    Set<String> leftBehind() {
        return Set.copyOf(leftBehind);
    }

    /** All keys that lie under an id, whoever made them. */
    List<PersonKey> ofSubject(String subject) {
        return persons.getOrDefault(subject, List.of());
    }

    /** The owner's newest key: one of a subject alone is from before any other. */
    Optional<PersonKey> person(SubjectRef owner) {
        return ofSubject(owner.subject()).stream()
                .filter(key -> key.owner().equals(owner))
                .min(Comparator.comparing(PersonKey::isOfSubjectAlone));
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

    /** That have a key here. */
    Set<String> operations() {
        return operationKeys.keySet().stream()
                .map(name -> name.substring(0, name.lastIndexOf('/')))
                .collect(Collectors.toSet());
    }

    Optional<String> current(String operation) {
        return names(operation).stream()
                .max((a, b) ->
                        Integer.compare(OperationKeyName.number(a), OperationKeyName.number(b)));
    }

    List<PersonKey> wrappedByOthers(String operation, String current) {
        return persons.values().stream()
                .flatMap(List::stream)
                .filter(key ->
                        key.owner().operation().equals(operation)
                                && !key.record().by().equals(current))
                .toList();
    }
}

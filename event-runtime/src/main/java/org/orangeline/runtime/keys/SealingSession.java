package org.orangeline.runtime.keys;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Sealed;
import org.orangeline.events.Sealer;
import org.orangeline.runtime.SubjectRef;

/**
 * Seals the values of one transaction. Keys that it makes are to be written in that transaction,
 * and are forgotten with it when it fails.
 */
public final class SealingSession {

    private static final int KEY_BYTES = 32;

    private final KeyRing ring;
    private final int partition;
    private final Map<SubjectRef, SecretKeySpec> keys = new HashMap<>();
    private final Map<String, SecretKeySpec> operationKeys = new HashMap<>();
    private final Map<SubjectRef, Integer> destroyed = new HashMap<>();
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final Set<SubjectRef> madeFor = new HashSet<>();
    private final SequencedSet<SubjectRef> sealedFor = new LinkedHashSet<>();
    private @Nullable KeyServiceException failure;

    SealingSession(KeyRing ring, int partition) {
        this.ring = ring;
        this.partition = partition;
    }

    /** Seals what is said within an operation. */
    public Sealer in(String operation) {
        return (subject, event, field, plaintext) ->
                seal(operation, subject, event, field, plaintext);
    }

    private Sealed<?> seal(
            String operation, String subject, String event, String field, byte[] plaintext) {
        SubjectRef owner = new SubjectRef(operation, subject);
        SecretKeySpec key;
        try {
            key = keys.computeIfAbsent(owner, this::findOrMake);
        } catch (KeyServiceException e) {
            failure = e; // The encoder does not say what was behind its failure.
            throw e;
        }
        sealedFor.add(owner);
        return Aes.sealed(key, subject, event, field, plaintext);
    }

    /**
     * The hash of a command's content, bound to the keys of those about whom something was sealed
     * since this was asked last, in that order.
     */
    public String bound(String hash) {
        List<SubjectRef> owners = List.copyOf(sealedFor);
        sealedFor.clear();
        return Binding.of(owners, hash, owner -> Optional.ofNullable(keys.get(owner)))
                .orElseThrow(() -> new IllegalStateException("what was sealed has a key"));
    }

    /** Why the last value could not be sealed, if it was for the key service; asked once. */
    public Optional<KeyServiceException> takeFailure() {
        Optional<KeyServiceException> last = Optional.ofNullable(failure);
        failure = null;
        return last;
    }

    /**
     * From here on a subject is sealed with a new key; the one until now is to be destroyed.
     *
     * @return the record keys under which it may lie
     */
    public Set<String> destroy(SubjectRef owner) {
        destroyed.merge(owner, 1, Integer::sum);
        keys.remove(owner);
        Set<String> recordKeys = new LinkedHashSet<>();
        recordKeys.add(PersonKey.recordKey(owner));
        ring.person(partition, owner).map(PersonKey::recordKey).ifPresent(recordKeys::add);
        return recordKeys;
    }

    /** The keys made since the last call, wrapped, by record key. */
    public Map<String, byte[]> takeMade() {
        Map<String, byte[]> taken = new LinkedHashMap<>(made);
        made.clear();
        madeFor.clear();
        return taken;
    }

    /**
     * Forgets the keys made since {@link #takeMade}: what they seal is not written, so they are not
     * written either, and nothing that is written may be sealed with them.
     */
    public void forgetMade() {
        madeFor.forEach(keys::remove);
        made.keySet().forEach(operationKeys::remove);
        madeFor.clear();
        made.clear();
        sealedFor.clear();
    }

    private SecretKeySpec findOrMake(SubjectRef owner) {
        if (destroyed.containsKey(owner)) {
            return make(owner);
        }
        Optional<SecretKeySpec> known = ring.key(partition, owner);
        if (known.isEmpty() && ring.person(partition, owner).isPresent()) {
            // Another key would take its place for good, and with it what it sealed.
            throw new KeyServiceException("a person's key cannot be opened");
        }
        return known.orElseGet(() -> make(owner));
    }

    private SecretKeySpec make(SubjectRef owner) {
        byte[] key = Aes.random(KEY_BYTES);
        String operation = owner.operation();
        String name = ring.current(partition, operation).orElse(OperationKeyName.of(operation, 1));
        SecretKeySpec by = operationKey(operation, name);
        int generation = ring.generation(partition, owner) + destroyed.getOrDefault(owner, 0);
        String recordKey = PersonKey.recordKey(owner);
        made.put(
                recordKey,
                new KeyRecord(
                                generation,
                                name,
                                Wrapping.wrap(by, PersonKey.context(recordKey), key))
                        .bytes());
        madeFor.add(owner);
        return new SecretKeySpec(key, "AES");
    }

    private SecretKeySpec operationKey(String operation, String name) {
        String record = KeyRecord.OPERATION_KEY + name;
        SecretKeySpec here = operationKeys.get(record);
        if (here != null) {
            return here;
        }
        if (ring.current(partition, operation).isPresent()) {
            return ring.operationKey(partition, name)
                    .orElseThrow(() -> new KeyServiceException("the operation's key is destroyed"));
        }
        byte[] key = Aes.random(KEY_BYTES);
        made.put(record, ring.wrapOperationKey(operation, key).bytes());
        var spec = new SecretKeySpec(key, "AES");
        operationKeys.put(record, spec);
        return spec;
    }
}

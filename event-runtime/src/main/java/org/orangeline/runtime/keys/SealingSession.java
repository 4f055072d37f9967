package org.orangeline.runtime.keys;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Sealed;
import org.orangeline.events.Sealer;

/**
 * Seals the values of one transaction. Keys that it makes are to be written in that transaction,
 * and are forgotten with it when it fails.
 */
public final class SealingSession {

    private static final int KEY_BYTES = 32;

    private final KeyRing ring;
    private final int partition;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final Map<String, SecretKeySpec> operationKeys = new HashMap<>();
    private final Map<String, Integer> destroyed = new HashMap<>();
    private final Map<String, byte[]> made = new LinkedHashMap<>();
    private final SequencedSet<String> sealedFor = new LinkedHashSet<>();
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
        SecretKeySpec key;
        try {
            key = keys.computeIfAbsent(subject, who -> findOrMake(operation, who));
        } catch (KeyServiceException e) {
            failure = e; // The encoder does not say what was behind its failure.
            throw e;
        }
        sealedFor.add(subject);
        return Aes.sealed(key, subject, event, field, plaintext);
    }

    /**
     * The hash of a command's content, bound to the keys of those about whom something was sealed
     * since this was asked last, in that order.
     */
    public String bound(String hash) {
        List<String> subjects = List.copyOf(sealedFor);
        sealedFor.clear();
        return Binding.of(subjects, hash, subject -> Optional.ofNullable(keys.get(subject)))
                .orElseThrow(() -> new IllegalStateException("what was sealed has a key"));
    }

    /** Why the last value could not be sealed, if it was for the key service; asked once. */
    public Optional<KeyServiceException> takeFailure() {
        Optional<KeyServiceException> last = Optional.ofNullable(failure);
        failure = null;
        return last;
    }

    /** From here on a subject is sealed with a new key; the one until now is to be destroyed. */
    public void destroy(String subject) {
        destroyed.merge(subject, 1, Integer::sum);
        keys.remove(subject);
    }

    /** The keys made since the last call, wrapped, by record key. */
    public Map<String, byte[]> takeMade() {
        Map<String, byte[]> taken = new LinkedHashMap<>(made);
        made.clear();
        return taken;
    }

    /**
     * Forgets the keys made since {@link #takeMade}: what they seal is not written, so they are not
     * written either, and nothing that is written may be sealed with them.
     */
    public void forgetMade() {
        made.keySet()
                .forEach(record -> {
                    keys.remove(record);
                    operationKeys.remove(record);
                });
        made.clear();
        sealedFor.clear();
    }

    private SecretKeySpec findOrMake(String operation, String subject) {
        Optional<SecretKeySpec> known =
                destroyed.containsKey(subject) ? Optional.empty() : ring.key(partition, subject);
        if (known.isEmpty() && !destroyed.containsKey(subject) && ring.hasKey(partition, subject)) {
            // Another key would take its place for good, and with it what it sealed.
            throw new KeyServiceException("a person's key cannot be opened");
        }
        return known.orElseGet(() -> make(operation, subject));
    }

    private SecretKeySpec make(String operation, String subject) {
        byte[] key = Aes.random(KEY_BYTES);
        String name = ring.current(partition, operation).orElse(OperationKeyName.of(operation, 1));
        SecretKeySpec by = operationKey(operation, name);
        int generation = ring.generation(partition, subject) + destroyed.getOrDefault(subject, 0);
        made.put(
                subject,
                new KeyRecord(
                                generation,
                                name,
                                Wrapping.wrap(by, KeyRing.personContext(subject), key))
                        .bytes());
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

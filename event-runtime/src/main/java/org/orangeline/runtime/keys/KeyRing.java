package org.orangeline.runtime.keys;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Opener;
import org.orangeline.events.Sealed;
import org.orangeline.runtime.SubjectRef;

/**
 * The keys that this service's topic of keys holds: a person's wrapped by an operation key, that by
 * a master key of the {@link KeyService}. A key is made when the first confidential value about a
 * person is sealed; it becomes everybody's when the transaction that carries it is committed.
 *
 * <p>An event that destroys a person's key counts more than what the topic of keys says: a key of
 * before is not taken in, also when a backup brings it back.
 */
public final class KeyRing implements Opener {

    /**
     * The key of a record without a value that is nobody's and says nothing: appending it lets the
     * broker close a segment. No id has a space.
     */
    public static final String ROLL = "segment roll";

    private final KeyService masters;
    private final String service;
    private final Map<Integer, PartitionKeys> partitions = new ConcurrentHashMap<>();

    /**
     * @param service the service's id, the first part of its master keys' names
     */
    public KeyRing(KeyService masters, String service) {
        this.masters = masters;
        this.service = service;
    }

    /**
     * A committed record, as it stands in the topic of keys.
     *
     * @param value null for a key that was destroyed
     */
    public void put(int partition, String key, byte @Nullable [] value) {
        of(partition).put(key, value);
    }

    /**
     * The same as a reader found it. What this instance has written it knows already, and a reader
     * that comes later must not put something older in its place.
     *
     * @param offset where it lies
     */
    public void put(int partition, String key, byte @Nullable [] value, long offset) {
        of(partition).read(key, value, offset);
    }

    /** The same as this instance has committed it, in the order of the offsets. */
    public void wrote(int partition, String key, byte @Nullable [] value, long offset) {
        of(partition).wrote(key, value, offset);
    }

    /** An event was folded that destroys the key that a subject had until then. */
    public void destroy(int partition, SubjectRef owner) {
        of(partition).destroy(owner);
    }

    /** All events of a partition are folded again, and with them those that destroy keys. */
    public void recount(int partition) {
        of(partition).recount();
    }

    /** Record keys that the topic still holds although an event destroyed them. */
    public Set<String> leftBehind(int partition) {
        return of(partition).leftBehind();
    }

    /** Starts sealing for a transaction that is not committed yet. */
    public SealingSession session(int partition) {
        return new SealingSession(this, partition);
    }

    /**
     * Seals what is written down about a person outside of every transaction, under the key that
     * the person has in the operation.
     *
     * @param event names what it stands in, as an event's name does
     * @return empty when the person has no key
     * @throws KeyServiceException when the key service cannot be asked
     */
    public Optional<Sealed<?>> seal(
            int partition, SubjectRef owner, String event, String field, byte[] plaintext) {
        return key(partition, owner)
                .map(key -> Aes.sealed(key, owner.subject(), event, field, plaintext));
    }

    /**
     * @throws KeyServiceException when the key service cannot be asked
     */
    @Override
    public Optional<byte[]> open(Sealed<?> sealed) {
        byte[] nonce = sealed.ivBytes();
        byte[] ciphertext = sealed.ciphertextBytes();
        // The tag tells which key it is; hardly any subject has more than one.
        return partitions.entrySet().stream()
                .flatMap(entry ->
                        entry.getValue().ofSubject(sealed.subject()).stream()
                                .flatMap(key -> opened(entry.getKey(), key).stream()))
                .flatMap(key ->
                        Optional.ofNullable(Aes.open(key, nonce, sealed.context(), ciphertext))
                                .stream())
                .findFirst();
    }

    /**
     * The hash of a content, bound to the keys of those whom it is about: once one of them is
     * destroyed nobody can try out what the content was.
     *
     * @param subjects in a fixed order; without any the hash stays as it is
     * @return empty when one of them has no key
     * @throws KeyServiceException when the key service cannot be asked
     */
    public Optional<String> bound(
            int partition, String operation, Collection<String> subjects, String hash) {
        return Binding.of(
                subjects, hash, subject -> key(partition, new SubjectRef(operation, subject)));
    }

    /** Whether a subject has a key now. */
    public boolean hasKey(int partition, SubjectRef owner) {
        return person(partition, owner).isPresent();
    }

    /** Whether an event destroyed a key of a subject, for good. */
    public boolean wasDestroyed(int partition, SubjectRef owner) {
        return of(partition).wasDestroyed(owner);
    }

    /** How many keys events have destroyed in a partition: it only ever grows, also over starts. */
    public int destroyed(int partition) {
        return of(partition).allDestroyed();
    }

    /** Seals values that belong to nobody's key, under master keys of their own. */
    public Vault vault(String purpose) {
        return new Vault(masters, service, purpose);
    }

    /** The same, and many values under one key: for those that nothing destroys one by one. */
    public LastingVault lastingVault(String purpose) {
        return new LastingVault(vault(purpose), System::nanoTime);
    }

    Optional<SecretKeySpec> key(int partition, SubjectRef owner) {
        return person(partition, owner).flatMap(key -> opened(partition, key));
    }

    Optional<PersonKey> person(int partition, SubjectRef owner) {
        return of(partition).person(owner);
    }

    Optional<SecretKeySpec> opened(int partition, PersonKey key) {
        return operationKey(partition, key.record().by())
                .map(operation ->
                        Wrapping.unwrap(operation, key.context(), key.record().wrapped())
                                .orElseThrow(() ->
                                        new KeyServiceException(
                                                "a person's key was wrapped by another key")))
                .map(bytes -> new SecretKeySpec(bytes, "AES"));
    }

    /** Empty when it, or the master key above it, was destroyed. */
    Optional<SecretKeySpec> operationKey(int partition, String name) {
        PartitionKeys keys = of(partition);
        return keys.opened(name)
                .or(() ->
                        keys.operationKey(name)
                                .flatMap(record ->
                                        masters.unwrap(
                                                record.by(), record.number(), record.wrapped()))
                                .map(key -> keys.opened(name, new SecretKeySpec(key, "AES"))));
    }

    /** The name of the operation key to wrap with. */
    Optional<String> current(int partition, String operation) {
        return of(partition).current(operation);
    }

    int generation(int partition, SubjectRef owner) {
        return of(partition).destroyed(owner);
    }

    /** Wraps an operation key with the current master key. */
    KeyRecord wrapOperationKey(String operation, byte[] key) {
        String name = service + "/" + operation;
        int version = masters.current(name);
        return new KeyRecord(version, name, masters.wrap(name, version, key));
    }

    /** The keys that another operation key of the operation wraps than the one named. */
    List<PersonKey> wrappedByOthers(int partition, String operation, String current) {
        return of(partition).wrappedByOthers(operation, current);
    }

    /** Names of the operation's keys besides the one that is named. */
    Set<String> others(int partition, String operation, String current) {
        Set<String> names = new HashSet<>(of(partition).names(operation));
        names.remove(current);
        return names;
    }

    /**
     * The master key that the operation's keys need is asked for, whatever is known already: a
     * rotation that begins without it would make another one of the same name, and who brings the
     * right one back would lose what was wrapped meanwhile.
     *
     * @throws KeyServiceException when it is missing, another one, or destroyed
     */
    public void requireMaster(int partition, String operation) {
        if (!canHaveMaster(partition, operation)) {
            throw new KeyServiceException(
                    "the master key that the keys of " + operation + " need was destroyed");
        }
    }

    /**
     * The same of every operation that has keys. One that was destroyed on purpose is none that is
     * missing: another instance may have rotated just now.
     *
     * @throws KeyServiceException when one is missing or another one
     */
    public void requireMasters() {
        partitions.forEach((partition, keys) ->
                keys.operations()
                        .forEach(operation -> {
                            boolean unused = canHaveMaster(partition, operation);
                        }));
    }

    private boolean canHaveMaster(int partition, String operation) {
        PartitionKeys keys = of(partition);
        Optional<KeyRecord> record = keys.current(operation).flatMap(keys::operationKey);
        return record.isEmpty()
                || record.flatMap(one -> masters.unwrap(one.by(), one.number(), one.wrapped()))
                        .isPresent();
    }

    KeyService masters() {
        return masters;
    }

    String masterName(String operation) {
        return service + "/" + operation;
    }

    private PartitionKeys of(int partition) {
        return partitions.computeIfAbsent(partition, unused -> new PartitionKeys());
    }
}

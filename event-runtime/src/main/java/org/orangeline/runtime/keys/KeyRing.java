package org.orangeline.runtime.keys;

import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.events.Opener;
import org.orangeline.events.Sealed;

/**
 * The keys of persons that this service's topic of keys holds, wrapped. A key is made when the
 * first confidential value about a person is sealed; it becomes everybody's when the transaction
 * that carries it is committed.
 */
public final class KeyRing implements Opener {

    private final DeploymentKey deployment;
    private final Map<Integer, Map<String, byte[]>> wrapped = new ConcurrentHashMap<>();

    public KeyRing(DeploymentKey deployment) {
        this.deployment = deployment;
    }

    /** A committed key, as it stands in the topic of keys. */
    public void put(int partition, String subject, byte[] wrappedKey) {
        wrapped.computeIfAbsent(partition, unused -> new ConcurrentHashMap<>())
                .put(subject, wrappedKey);
    }

    /**
     * Starts sealing for a transaction that is not committed yet. Each partition has its own keys:
     * the same id may come up in two operations at once, and each partition has another writer.
     */
    public SealingSession session(int partition) {
        return new SealingSession(this, partition);
    }

    @Override
    public Optional<byte[]> open(Sealed<?> sealed) {
        byte[] nonce = Base64.getDecoder().decode(sealed.iv());
        byte[] ciphertext = Base64.getDecoder().decode(sealed.ciphertext());
        // The tag tells which partition's key it is; hardly any subject has more than one.
        return wrapped.keySet().stream()
                .flatMap(partition -> key(partition, sealed.subject()).stream())
                .flatMap(key ->
                        Optional.ofNullable(Aes.open(key, nonce, sealed.context(), ciphertext))
                                .stream())
                .findFirst();
    }

    Optional<SecretKeySpec> key(int partition, String subject) {
        return Optional.ofNullable(wrapped.getOrDefault(partition, Map.of()).get(subject))
                .map(bytes -> unwrap(subject, bytes));
    }

    SecretKeySpec unwrap(String subject, byte[] wrappedKey) {
        byte[] nonce = Arrays.copyOf(wrappedKey, Aes.NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(wrappedKey, Aes.NONCE_BYTES, wrappedKey.length);
        byte[] key = Aes.open(deployment.wrapping(), nonce, wrapContext(subject), body);
        if (key == null) {
            throw new IllegalStateException(
                    "a key in the topic of keys was wrapped by another deployment key");
        }
        return new SecretKeySpec(key, "AES");
    }

    byte[] wrap(String subject, byte[] key) {
        byte[] nonce = Aes.random(Aes.NONCE_BYTES);
        byte[] body = Aes.seal(deployment.wrapping(), nonce, wrapContext(subject), key);
        byte[] both = Arrays.copyOf(nonce, nonce.length + body.length);
        System.arraycopy(body, 0, both, nonce.length, body.length);
        return both;
    }

    private static String wrapContext(String subject) {
        return "key of " + subject;
    }
}

package org.orangeline.runtime.keys;

import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.orangeline.events.Sealed;
import org.orangeline.events.Sealer;

/**
 * Seals the values of one transaction. Keys that it makes are to be written in that transaction,
 * and are forgotten with it when it fails.
 */
public final class SealingSession implements Sealer {

    private static final int KEY_BYTES = 32;

    private final KeyRing ring;
    private final int partition;
    private final Map<String, SecretKeySpec> keys = new HashMap<>();
    private final Map<String, byte[]> made = new LinkedHashMap<>();

    SealingSession(KeyRing ring, int partition) {
        this.ring = ring;
        this.partition = partition;
    }

    @Override
    public Sealed<?> seal(String subject, String event, String field, byte[] plaintext) {
        SecretKeySpec key = keys.computeIfAbsent(subject, this::findOrMake);
        byte[] iv = Aes.random(Aes.NONCE_BYTES);
        byte[] ciphertext = Aes.seal(key, iv, Sealed.context(subject, event, field), plaintext);
        return new Sealed<>(
                subject,
                event,
                field,
                Base64.getEncoder().encodeToString(iv),
                Base64.getEncoder().encodeToString(ciphertext));
    }

    /** The keys made since the last call, wrapped, by subject. */
    public Map<String, byte[]> takeMade() {
        Map<String, byte[]> taken = Map.copyOf(made);
        made.clear();
        return taken;
    }

    /**
     * Forgets the keys made since {@link #takeMade}: what they seal is not written, so they are not
     * written either, and nothing that is written may be sealed with them.
     */
    public void forgetMade() {
        made.keySet().forEach(keys::remove);
        made.clear();
    }

    private SecretKeySpec findOrMake(String subject) {
        return ring.key(partition, subject)
                .orElseGet(() -> {
                    byte[] key = Aes.random(KEY_BYTES);
                    made.put(subject, ring.wrap(subject, key));
                    return new SecretKeySpec(key, "AES");
                });
    }
}

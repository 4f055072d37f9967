package org.orangeline.runtime.keys;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Vault} that seals many values of an operation under one key, so that the key service is
 * asked once an hour and not for each value. Every value still carries the wrapped key, and has a
 * nonce and a context of its own: it is opened as any other. For values that nobody rotates or
 * erases one by one; what has to go by itself needs a key of its own.
 *
 * <p>While the key service is away the last key is used on; only who has none yet is told to come
 * back.
 */
public final class LastingVault {

    /** A key is replaced after this time, where the key service answers. */
    static final Duration GOOD_FOR = Duration.ofHours(1);

    /** So long after a question that was not answered the next one is asked. */
    static final Duration PAUSE = Duration.ofSeconds(30);

    /**
     * Values under one key at most. Random nonces of 96 bits are good for 2^32 of them (NIST SP
     * 800-38D, 8.3).
     */
    static final int MOST = 1 << 24;

    private final Vault vault;
    private final LongSupplier nanos;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    LastingVault(Vault vault, LongSupplier nanos) {
        this.vault = vault;
        this.nanos = nanos;
    }

    /**
     * @param context what the value is; it opens for nothing else
     * @throws KeyServiceException when there is no key yet and the key service cannot be asked
     */
    public Boxed seal(String operation, String context, byte[] plaintext) {
        Held key = held.compute(operation, this::usable);
        byte[] nonce = Aes.random(Aes.NONCE_BYTES);
        byte[] ciphertext = Aes.seal(key.key, nonce, context, plaintext);
        Base64.Encoder text = Base64.getEncoder();
        return new Boxed(
                key.master,
                key.wrapped,
                text.encodeToString(nonce),
                text.encodeToString(ciphertext));
    }

    /** As {@link Vault#open}. */
    public Optional<byte[]> open(String operation, String context, Boxed box) {
        return vault.open(operation, context, box);
    }

    // One caller at a time asks; the others wait for the answer that they need as well.
    private Held usable(String operation, @Nullable Held last) {
        long now = nanos.getAsLong();
        if (last == null) {
            return made(operation, now);
        }
        boolean full = last.used >= MOST;
        if (full || now - last.renewAt >= 0) {
            try {
                return made(operation, now);
            } catch (KeyServiceException e) {
                if (full) {
                    throw e;
                }
                last.renewAt = now + PAUSE.toNanos();
            }
        }
        last.used++;
        return last;
    }

    private Held made(String operation, long now) {
        Vault.NewKey made = vault.newKey(operation);
        return new Held(made, now + GOOD_FOR.toNanos());
    }

    /** Changed only while its entry of the map is computed. */
    private static final class Held {

        private final SecretKeySpec key;
        private final int master;
        private final String wrapped;
        private int used = 1;
        private long renewAt;

        Held(Vault.NewKey made, long renewAt) {
            this.key = made.key();
            this.master = made.master();
            this.wrapped = made.wrapped();
            this.renewAt = renewAt;
        }
    }
}

package org.orangeline.runtime.keys;

import java.util.Arrays;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/** A key under a key: the nonce, then the ciphertext with its tag. */
final class Wrapping {

    private Wrapping() {}

    static byte[] wrap(SecretKey by, String context, byte[] key) {
        byte[] nonce = Aes.random(Aes.NONCE_BYTES);
        byte[] body = Aes.seal(by, nonce, context, key);
        byte[] both = Arrays.copyOf(nonce, nonce.length + body.length);
        System.arraycopy(body, 0, both, nonce.length, body.length);
        return both;
    }

    /** Empty when it was wrapped by another key, or for something else. */
    static Optional<byte[]> unwrap(SecretKey by, String context, byte[] wrapped) {
        if (wrapped.length <= Aes.NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, Aes.NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(wrapped, Aes.NONCE_BYTES, wrapped.length);
        byte @Nullable [] key = Aes.open(by, nonce, context, body);
        return Optional.ofNullable(key);
    }
}

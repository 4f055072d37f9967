package org.orangeline.runtime.keys;

import java.util.Base64;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals single values for one purpose, where no transaction could carry a person's key: each under
 * a key of its own, wrapped by a master key that an operation has for this purpose. Any instance
 * seals and opens. A rotation wraps the values' keys anew and destroys the master key of before;
 * who sealed meanwhile looks whether {@link #isCurrent} still holds once the value is written.
 */
public final class Vault {

    private static final int KEY_BYTES = 32;

    private final KeyService masters;
    private final String service;
    private final String purpose;

    Vault(KeyService masters, String service, String purpose) {
        this.masters = masters;
        this.service = service;
        this.purpose = purpose;
    }

    /**
     * @param context what the value is; it opens for nothing else
     * @throws KeyServiceException when the key service cannot be asked
     */
    public Boxed seal(String operation, String context, byte[] plaintext) {
        NewKey made = newKey(operation);
        byte[] nonce = Aes.random(Aes.NONCE_BYTES);
        byte[] ciphertext = Aes.seal(made.key(), nonce, context, plaintext);
        return new Boxed(made.master(), made.wrapped(), text(nonce), text(ciphertext));
    }

    NewKey newKey(String operation) {
        byte[] key = Aes.random(KEY_BYTES);
        int master = masters.current(name(operation));
        return new NewKey(new SecretKeySpec(key, "AES"), master, wrap(operation, master, key));
    }

    /**
     * A key for values.
     *
     * @param master the version of the master key that wraps it
     */
    record NewKey(SecretKeySpec key, int master, String wrapped) {}

    /**
     * Empty when its master key was destroyed, or it is not what the context says.
     *
     * @throws KeyServiceException when the key service cannot be asked
     */
    public Optional<byte[]> open(String operation, String context, Boxed box) {
        return key(operation, box)
                .flatMap(key ->
                        Optional.ofNullable(
                                Aes.open(
                                        new SecretKeySpec(key, "AES"),
                                        bytes(box.nonce()),
                                        context,
                                        bytes(box.ciphertext()))));
    }

    /** Whether the newest master key wraps it. */
    public boolean isCurrent(String operation, Boxed box) {
        return masters.current(name(operation)) == box.master();
    }

    /** The same value under the newest master key; empty when its own was destroyed. */
    public Optional<Boxed> wrapAnew(String operation, Boxed box) {
        int master = masters.current(name(operation));
        return key(operation, box)
                .map(key ->
                        new Boxed(
                                master,
                                wrap(operation, master, key),
                                box.nonce(),
                                box.ciphertext()));
    }

    /** Makes a new master key the current one, and tells its version. */
    public int rotate(String operation) {
        return masters.rotate(name(operation));
    }

    /** Destroys the master keys of before, and with them what is not wrapped anew. */
    public void destroyBefore(String operation, int version) {
        masters.destroyBefore(name(operation), version);
    }

    private Optional<byte[]> key(String operation, Boxed box) {
        return masters.unwrap(name(operation), box.master(), bytes(box.key()));
    }

    private String wrap(String operation, int master, byte[] key) {
        return text(masters.wrap(name(operation), master, key));
    }

    // No operation has a slash in its name, so this is the name of no other key.
    private String name(String operation) {
        return service + "/" + operation + "/" + purpose;
    }

    private static String text(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getDecoder().decode(text);
    }
}

package org.orangeline.runtime.keys;

/**
 * A value that {@link Vault} sealed; all but the number in base64.
 *
 * @param master version of the master key
 * @param key the value's own key, wrapped by it
 */
public record Boxed(int master, String key, String nonce, String ciphertext) {}

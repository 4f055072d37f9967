package org.orangeline.runtime.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.orangeline.events.SharedValues;

/**
 * What a record of a topic of keys holds: {@code <number> <wrapped by> <base64>}. The record's key
 * says whose it is: {@link PersonKey#recordKey} of a person, or {@link #OPERATION_KEY} and the
 * operation key's name.
 *
 * @param number for a person, how many keys of the person were destroyed in the operation before;
 *     for an operation key, the version of the master key
 * @param by the operation key that wraps it, {@code <operation>/<n>}; for an operation key itself
 *     the name of the master key
 * @param wrapped nonce and ciphertext
 */
record KeyRecord(int number, String by, byte[] wrapped) {

    /** How the record key of an operation key begins; no operation's name has a space. */
    static final String OPERATION_KEY = "operation-key ";

    byte[] bytes() {
        return (number + " " + by + " " + Base64.getEncoder().encodeToString(wrapped))
                .getBytes(StandardCharsets.UTF_8);
    }

    /**
     * @throws IllegalStateException when it is no such record
     */
    static KeyRecord parse(byte[] value) {
        String[] parts = new String(value, StandardCharsets.UTF_8).split(" ", -1);
        try {
            if (parts.length == 3) {
                return new KeyRecord(
                        Integer.parseInt(parts[0]),
                        SharedValues.of(parts[1]),
                        Base64.getDecoder().decode(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // Said below, without what stands there.
        }
        throw new IllegalStateException("a record of the topic of keys cannot be read");
    }
}

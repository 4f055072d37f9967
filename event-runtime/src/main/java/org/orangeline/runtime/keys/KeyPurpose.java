package org.orangeline.runtime.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key of a process is for; no key is for two purposes. */
public enum KeyPurpose {
    /** Of hashes in the log, with which a repeated command is told from another one. */
    CONTENT_HASH(true),
    /** Wraps the master keys in the key folder. */
    KEY_WRAP(true),
    /** Of tickets with which a service calls itself for a human whose item waited. */
    HELD_TICKET(true),
    /** Of what one instance says to another one about the sender of a call. */
    PASSED_ON(true),
    /** Of challenges that tablets sign. */
    DEVICE_CHALLENGE(true),
    /** Of hashes in the log of the codes that tablets enrol with. */
    ENROLMENT_CODE(true),
    /** Signs tablets' tokens. */
    DEVICE_TOKEN_PRIVATE(false),
    /** Checks tablets' tokens. */
    DEVICE_TOKEN_PUBLIC(false),
    /** Signs receipts. */
    RECEIPT_PRIVATE(false),
    /** Checks receipts. */
    RECEIPT_PUBLIC(false);

    private final boolean symmetric;

    KeyPurpose(boolean symmetric) {
        this.symmetric = symmetric;
    }

    /** As a file of keys spells it, {@code key-wrap}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<KeyPurpose> of(String spelled) {
        return Arrays.stream(values()).filter(one -> one.spelled().equals(spelled)).findFirst();
    }

    /** Whether it is 32 bytes, and not one of a pair. */
    boolean isSymmetric() {
        return symmetric;
    }
}

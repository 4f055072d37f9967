package org.orangeline.runtime.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a key of a process is for; no key is for two purposes.
 *
 * <p>The label is the one that the key followed from when all services read the deployment key
 * ({@link DeploymentKey#derive}). Keys in pairs have none.
 */
public enum KeyPurpose {
    /** Of hashes in the log, with which a repeated command is told from another one. */
    CONTENT_HASH("orangeline content hash v1"),
    /** Wraps the master keys in the key folder. */
    KEY_WRAP("orangeline key wrap v1"),
    /** Of tickets with which a service calls itself for a human whose item waited. */
    HELD_TICKET("orangeline held ticket v1"),
    /** Of what one instance says to another one about the sender of a call. */
    PASSED_ON("orangeline passed on v1"),
    /** Of challenges that tablets sign. */
    DEVICE_CHALLENGE("orangeline device challenge v1"),
    /** Of hashes in the log of the codes that tablets enrol with. */
    ENROLMENT_CODE("orangeline enrolment code v1"),
    /** Signs tablets' tokens. */
    DEVICE_TOKEN_PRIVATE(null),
    /** Checks tablets' tokens. */
    DEVICE_TOKEN_PUBLIC(null),
    /** Signs receipts. */
    RECEIPT_PRIVATE(null),
    /** Checks receipts. */
    RECEIPT_PUBLIC(null);

    private final @Nullable String earlierLabel;

    KeyPurpose(@Nullable String earlierLabel) {
        this.earlierLabel = earlierLabel;
    }

    /** As a file of keys spells it, {@code key-wrap}. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<KeyPurpose> of(String spelled) {
        return Arrays.stream(values()).filter(one -> one.spelled().equals(spelled)).findFirst();
    }

    /** Whether it is 32 bytes that are known to whoever checks, too. */
    boolean isSymmetric() {
        return earlierLabel != null;
    }

    String earlierLabel() {
        if (earlierLabel == null) {
            throw new IllegalArgumentException(this + " was never derived");
        }
        return earlierLabel;
    }
}

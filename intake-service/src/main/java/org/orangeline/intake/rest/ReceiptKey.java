package org.orangeline.intake.rest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;
import org.orangeline.intake.wiring.ReceiptConfig;
import org.orangeline.kit.wiring.KitConfig;
import org.orangeline.runtime.keys.Ed25519Pair;
import org.orangeline.runtime.keys.KeyPurpose;
import org.orangeline.runtime.keys.ProcessKeys;

/**
 * The key pair that receipts are signed with: that of the process, unless there is a file with
 * another one, in PEM. Earlier versions kept such a file in the key folder; where it still is, it
 * counts.
 */
final class ReceiptKey {

    private static final String FILE = "receipt.pem";

    private ReceiptKey() {}

    static KeyPair of(KitConfig config, ReceiptConfig receipts, ProcessKeys keys) {
        return of(receipts.keyFile(), config.keyFolder(), keys);
    }

    /**
     * @param file that is configured
     * @param folder with the master keys
     * @throws IllegalArgumentException when a file holds no pair; the message quotes no key
     */
    static KeyPair of(Optional<Path> file, Optional<Path> folder, ProcessKeys keys) {
        return file.or(() -> folder.map(inside -> inside.resolve(FILE)).filter(Files::exists))
                .map(Ed25519Pair::read)
                .orElseGet(() ->
                        Ed25519Pair.of(
                                keys.newest(KeyPurpose.RECEIPT_PRIVATE),
                                keys.newest(KeyPurpose.RECEIPT_PUBLIC)));
    }
}

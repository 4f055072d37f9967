package org.orangeline.kit.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Sealed;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.keys.Boxed;
import org.orangeline.runtime.keys.KeyRing;
import org.orangeline.runtime.keys.LastingVault;

/**
 * What an officer said a read is for is free text and may name somebody. Of a read of one person it
 * is sealed under that person's key, and goes with it when the identity is erased; of any other
 * read, and of somebody who has no key here, under a master key that the operation has for this.
 * Neither asks the key service for each read.
 */
final class Purposes {

    private static final String EVENT = "PersonsRead";
    private static final String FIELD = "/purpose";
    private static final String CONTEXT = "purpose of a read";

    private static final int UNDER_A_PERSONS_KEY = 2;
    private static final int IN_THE_VAULT = 4;

    private final KeyRing keys;
    private final LastingVault vault;
    private final ToIntFunction<String> partitions;

    Purposes(KeyRing keys, ToIntFunction<String> partitions) {
        this.keys = keys;
        this.vault = keys.lastingVault("reads");
        this.partitions = partitions;
    }

    /** What an agreement is for is no free text, and stays. */
    PersonsRead seal(PersonsRead read) {
        String purpose = read.purpose();
        return purpose == null || read.agency() != null || read.refused() != null
                ? read
                : read.withPurpose(null, sealed(read, purpose.getBytes(StandardCharsets.UTF_8)));
    }

    /** What earlier versions wrote was not sealed. */
    PersonsRead open(PersonsRead read) {
        String sealed = read.sealedPurpose();
        return sealed == null ? read : read.withPurpose(opened(read, sealed.split(" ")), null);
    }

    private String sealed(PersonsRead read, byte[] purpose) {
        Optional<Sealed<?>> sealed =
                read.persons().size() == 1
                        ? keys.seal(
                                partitions.applyAsInt(read.operation()),
                                person(read),
                                EVENT,
                                FIELD,
                                purpose)
                        : Optional.empty();
        if (sealed.isPresent()) {
            return sealed.get().iv() + " " + sealed.get().ciphertext();
        }
        Boxed box = vault.seal(read.operation(), CONTEXT, purpose);
        return box.master() + " " + box.key() + " " + box.nonce() + " " + box.ciphertext();
    }

    private static SubjectRef person(PersonsRead read) {
        return new SubjectRef(read.operation(), read.persons().getFirst());
    }

    private @Nullable String opened(PersonsRead read, String[] sealed) {
        if (read.persons().size() == 1
                && keys.wasDestroyed(partitions.applyAsInt(read.operation()), person(read))) {
            return null;
        }
        Optional<byte[]> clear =
                switch (sealed.length) {
                    case UNDER_A_PERSONS_KEY ->
                            keys.open(
                                    new Sealed<>(
                                            read.persons().getFirst(),
                                            EVENT,
                                            FIELD,
                                            sealed[0],
                                            sealed[1]));
                    case IN_THE_VAULT ->
                            vault.open(
                                    read.operation(),
                                    CONTEXT,
                                    new Boxed(
                                            Integer.parseInt(sealed[0]),
                                            sealed[1],
                                            sealed[2],
                                            sealed[3]));
                    default -> Optional.empty();
                };
        return clear.map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse(null);
    }
}

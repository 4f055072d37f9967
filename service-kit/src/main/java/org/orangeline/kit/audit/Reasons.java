package org.orangeline.kit.audit;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Sealed;
import org.orangeline.runtime.SubjectRef;
import org.orangeline.runtime.keys.KeyRing;

/**
 * What an agency said is free text and may name the person, so it is sealed under that person's key
 * and goes with it when the identity is erased.
 */
final class Reasons {

    private static final String EVENT = "PersonsRead";
    private static final String FIELD = "/reason";

    private final KeyRing keys;
    private final ToIntFunction<String> partitions;

    Reasons(KeyRing keys, ToIntFunction<String> partitions) {
        this.keys = keys;
        this.partitions = partitions;
    }

    /**
     * Without a person, or when the key is gone, the reason of a refusal is not kept.
     *
     * @throws IllegalStateException when the person has no key: then the read is not told
     */
    PersonsRead seal(PersonsRead read) {
        String reason = read.reason();
        if (reason == null) {
            return read;
        }
        if (read.persons().isEmpty()) {
            return read.withReason(null);
        }
        Optional<? extends Sealed<?>> sealed =
                keys.seal(
                        partitions.applyAsInt(read.operation()),
                        new SubjectRef(read.operation(), read.persons().getFirst()),
                        EVENT,
                        FIELD,
                        reason.getBytes(StandardCharsets.UTF_8));
        if (sealed.isEmpty() && read.refused() == null) {
            throw new IllegalStateException("a person without a key");
        }
        return read.withReason(sealed.map(one -> one.iv() + " " + one.ciphertext()).orElse(null));
    }

    PersonsRead open(PersonsRead read) {
        String sealed = read.reason();
        return sealed == null ? read : read.withReason(opened(read.persons().getFirst(), sealed));
    }

    private @Nullable String opened(String person, String sealed) {
        int space = sealed.indexOf(' ');
        return keys.open(
                        new Sealed<>(
                                person,
                                EVENT,
                                FIELD,
                                sealed.substring(0, space),
                                sealed.substring(space + 1)))
                .map(clear -> new String(clear, StandardCharsets.UTF_8))
                .orElse(null);
    }
}

package org.orangeline.runtime.keys;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;

/** Wraps master keys with the newest version of a service's key, and unwraps with any. */
final class WrapKeys {

    private final List<Version> newestFirst = new ArrayList<>();

    WrapKeys(ProcessKeys keys) {
        keys.versions(KeyPurpose.KEY_WRAP)
                .forEach((version, key) ->
                        newestFirst.addFirst(new Version(version, new SecretKeySpec(key, "AES"))));
    }

    int newest() {
        return newestFirst.getFirst().version();
    }

    byte[] wrap(String context, byte[] key) {
        return Wrapping.wrap(newestFirst.getFirst().key(), context, key);
    }

    /** Empty when no version wrapped it, or it is something else. */
    Optional<Unwrapped> unwrap(String context, byte[] wrapped) {
        for (Version one : newestFirst) {
            Optional<byte[]> key = Wrapping.unwrap(one.key(), context, wrapped);
            if (key.isPresent()) {
                return Optional.of(new Unwrapped(one.version(), key.get()));
            }
        }
        return Optional.empty();
    }

    private record Version(int version, SecretKeySpec key) {}

    /** A key, and which version it was wrapped by. */
    static final class Unwrapped {

        private final int by;
        private final byte[] bytes;

        Unwrapped(int by, byte[] bytes) {
            this.by = by;
            this.bytes = bytes;
        }

        int by() {
            return by;
        }

        byte[] bytes() {
            return bytes;
        }
    }
}

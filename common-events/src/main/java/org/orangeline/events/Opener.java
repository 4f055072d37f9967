package org.orangeline.events;

import java.util.Optional;

/** Opens sealed values with the keys that are left. */
@FunctionalInterface
public interface Opener {

    /** The value as JSON, or empty when the key is gone or does not fit. */
    Optional<byte[]> open(Sealed<?> sealed);
}

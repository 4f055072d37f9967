package org.orangeline.kit.batch;

import java.util.UUID;
import java.util.stream.Stream;

/** Of which persons a service has heard. */
public interface KnownPersons {

    boolean isKnown(String operation, UUID personId);

    /**
     * Whom something is about that a call names in place of a person.
     *
     * @param thing a path below the operation, {@code placements/<id>} for instance
     */
    Stream<UUID> about(String operation, String thing);
}

package org.orangeline.kit.batch;

import java.util.UUID;
import java.util.stream.Stream;

/** Of which persons a service has heard. */
public interface KnownPersons {

    boolean isKnown(String operation, UUID personId);

    /**
     * Whom something is about that a call names in place of a person.
     *
     * @param kind as in a path below the operation: {@code placements}
     */
    Stream<UUID> about(String operation, String kind, UUID id);
}

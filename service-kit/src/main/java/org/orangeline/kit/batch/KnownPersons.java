package org.orangeline.kit.batch;

import java.util.UUID;

/** Of which persons a service has heard. */
public interface KnownPersons {

    boolean isKnown(String operation, UUID personId);
}

package org.orangeline.runtime;

import java.util.Set;

/** A wish to record something. Immutable data; confidential parts never print. */
public interface Command {

    /** The operation: it decides the partition, and with it who decides. */
    String operation();

    /**
     * Ids of the persons and facilities that the decision reads. A subject that is in quarantine
     * holds up the command.
     */
    Set<String> subjects();
}

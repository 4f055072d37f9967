package org.orangeline.runtime;

import java.time.Instant;

/**
 * A command that the state calls for by itself. It acts once for an event that caused it, also
 * after a takeover: its command id follows from name and cause.
 *
 * @param name the reaction's class, for example {@code WhenPersonArrivedThenAssignGroup}; with a
 *     suffix where one event causes several
 * @param command what to decide
 * @param causationId {@code ce_id} of the event that caused it
 * @param notBefore when the state calls for it; until then the subject is asked again when that
 *     time comes. A state that has changed by then may no longer call for it
 */
public record Reaction<C extends Command>(
        String name, C command, String causationId, Instant notBefore) {

    /** One that is due as soon as the state calls for it. */
    public Reaction(String name, C command, String causationId) {
        this(name, command, causationId, Instant.MIN);
    }

    public boolean isDue(Instant now) {
        return !now.isBefore(notBefore);
    }
}

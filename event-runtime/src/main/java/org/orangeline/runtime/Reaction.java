package org.orangeline.runtime;

/**
 * A command that the state calls for by itself. It acts once for an event that caused it, also
 * after a takeover: its command id follows from name and cause.
 *
 * @param name the reaction's class, for example {@code WhenPersonArrivedThenAssignGroup}
 * @param command what to decide
 * @param causationId {@code ce_id} of the event that caused it
 */
public record Reaction<C extends Command>(String name, C command, String causationId) {}

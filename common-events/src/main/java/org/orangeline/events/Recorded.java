package org.orangeline.events;

/**
 * An event as it stands in the log.
 *
 * @param envelope who, when and why
 * @param event what
 */
public record Recorded<E extends DomainEvent>(Envelope envelope, E event) {}

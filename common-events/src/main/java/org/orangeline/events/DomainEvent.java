package org.orangeline.events;

/**
 * A fact that was recorded. Immutable; its class name is its Kafka topic and the last part of its
 * CloudEvents type. Values that are confidential are {@link Confidential}.
 */
public interface DomainEvent {

    /** The id of the person, facility or operation that the event is about; the record's key. */
    String subject();
}

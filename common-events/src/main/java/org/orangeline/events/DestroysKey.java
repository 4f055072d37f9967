package org.orangeline.events;

/**
 * An event with which the keys of its subject are destroyed, in the service that writes it and in
 * each that learns it: whatever was sealed about the subject until then can be read by nobody any
 * more. What is sealed afterwards gets a new key.
 */
public interface DestroysKey extends DomainEvent {}

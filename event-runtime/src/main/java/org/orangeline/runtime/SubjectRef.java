package org.orangeline.runtime;

/** A person, facility or operation within an operation. */
public record SubjectRef(String operation, String subject) {}

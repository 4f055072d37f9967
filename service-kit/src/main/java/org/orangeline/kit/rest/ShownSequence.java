package org.orangeline.kit.rest;

/**
 * How a service that records what few may know of numbers the rest: without gaps, so that the
 * numbers tell nobody that there is something between them. A service without it shows the log's
 * own sequence.
 */
public interface ShownSequence {

    /** The number of an event of an operation, by the log's own sequence. */
    long of(String operation, long sequence);
}

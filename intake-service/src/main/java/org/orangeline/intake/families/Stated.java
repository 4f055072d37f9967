package org.orangeline.intake.families;

/**
 * Who said that a person belongs to a group.
 *
 * @param by the actor
 * @param atArrival whether it was said when the person arrived, and not by a later correction
 */
public record Stated(String by, boolean atArrival) {}

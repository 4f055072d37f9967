package org.orangeline.launcher.demo;

/**
 * A row of the closing table: what was shown, and how many there were.
 *
 * @param what in a few words
 * @param many people, families or papers, as {@code what} says
 */
record Told(String what, long many) {}

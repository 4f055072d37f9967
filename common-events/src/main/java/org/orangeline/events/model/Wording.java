package org.orangeline.events.model;

/**
 * A text in one language.
 *
 * @param language BCP 47 tag, for example {@code ar}
 */
public record Wording(String language, String text) {}

package org.orangeline.runtime;

/**
 * A rule that a command would break.
 *
 * @param rule the rule's id, for example {@code P3}
 * @param detail what would satisfy it; never personal data
 */
public record Violation(String rule, String detail) {}

package org.orangeline.events.plan;

/**
 * A group and the line it waits in.
 *
 * @param code for example {@code SYRIAN_MEN}
 * @param line what people are told, for example {@code orange line 1}
 * @param kind who waits there
 */
public record Group(String code, String line, GroupKind kind) {}

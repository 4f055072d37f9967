package org.orangeline.events.screening;

import java.util.UUID;

/**
 * The grouping plan said where a person waits (rules L1, L2). A line sorts; it never judges.
 *
 * @param group code of the group
 * @param line what people are told
 * @param because id of the plan's rule, or {@code L1} when none matched, or {@code L2}
 */
public record GroupAssigned(UUID personId, String group, String line, String because)
        implements PersonScreeningEvent {}

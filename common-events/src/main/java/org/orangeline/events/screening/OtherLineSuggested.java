package org.orangeline.events.screening;

import java.util.UUID;

/**
 * By the facts as they are known now the person would be sent to another line. The line officer
 * decides; nobody is moved by this.
 *
 * @param group code of the group where the person waits
 * @param suggested code of the group that the rules would say now
 * @param because id of the plan's rule, or {@code L1} when none matched, or {@code L2}
 */
public record OtherLineSuggested(UUID personId, String group, String suggested, String because)
        implements PersonScreeningEvent {}

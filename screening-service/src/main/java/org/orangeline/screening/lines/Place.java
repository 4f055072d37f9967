package org.orangeline.screening.lines;

import java.time.Instant;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;

/**
 * Where a person waits.
 *
 * @param group code of the group
 * @param line what people are told
 * @param assignedAt since when in this group
 * @param moves how often an officer moved the person; the history has each with its reason
 */
public record Place(String group, String line, Instant assignedAt, int moves) {

    public static Place assigned(GroupAssigned event, Instant at) {
        return new Place(event.group(), event.line(), at, 0);
    }

    public Place moved(GroupReassigned event, Instant at) {
        return new Place(event.group(), event.line(), at, moves + 1);
    }
}

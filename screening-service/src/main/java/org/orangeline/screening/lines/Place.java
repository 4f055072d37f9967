package org.orangeline.screening.lines;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.screening.Seen;

/**
 * Where a person waits. An officer who leaves a person where the person is decides as well: that
 * counts as the last decision, and the wait goes on.
 *
 * @param group code of the group
 * @param line what people are told
 * @param assignedAt since when in this group: the wait that rule L4 measures
 * @param moves how often an officer moved the person; the history has each with its reason
 * @param waitEvent {@code ce_id} of the event that began this wait
 * @param overdueAt when this wait was reported (rule L4); null while it was not
 * @param decided the last decision about this place
 */
public record Place(
        String group,
        String line,
        Instant assignedAt,
        int moves,
        UUID waitEvent,
        @Nullable Instant overdueAt,
        Decided decided) {

    public static Place assigned(GroupAssigned event, Envelope envelope) {
        return new Place(
                event.group(),
                event.line(),
                envelope.time(),
                0,
                UUID.fromString(envelope.id()),
                null,
                Decided.by(envelope));
    }

    public Place moved(GroupReassigned event, Envelope envelope) {
        return event.group().equals(group)
                ? new Place(
                        group, line, assignedAt, moves, waitEvent, overdueAt, Decided.by(envelope))
                : new Place(
                        event.group(),
                        event.line(),
                        envelope.time(),
                        moves + 1,
                        UUID.fromString(envelope.id()),
                        null,
                        Decided.by(envelope));
    }

    public Place overdue(Instant at) {
        return new Place(group, line, assignedAt, moves, waitEvent, at, decided);
    }

    /**
     * When it was decided, and in the knowledge of what.
     *
     * @param sequence in this service's own count
     * @param seen intake's sequence that was known
     * @param event {@code ce_id}
     */
    public record Decided(long sequence, long seen, String event, Instant at) {

        static Decided by(Envelope envelope) {
            return new Decided(
                    envelope.sequence(), Seen.ofIntake(envelope), envelope.id(), envelope.time());
        }
    }
}

package org.orangeline.screening.lines;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.GroupAssigned;
import org.orangeline.events.screening.GroupReassigned;
import org.orangeline.events.screening.LineWaitOverdue;
import org.orangeline.screening.Seen;

/**
 * Where a person waits. An officer who leaves a person where the person is decides as well: that
 * counts as the last decision, and the wait goes on.
 *
 * @param group code of the group
 * @param line what people are told
 * @param assignedAt since when in this group, by the server's clock
 * @param moves how often an officer moved the person; the history has each with its reason
 * @param overdue the wait that was reported (rule L4), which no move ends; null while none was
 * @param decided the last decision about this place
 */
public record Place(
        String group,
        String line,
        Instant assignedAt,
        int moves,
        @Nullable Overdue overdue,
        Decided decided) {

    public static Place assigned(GroupAssigned event, Envelope envelope) {
        return new Place(
                event.group(), event.line(), envelope.time(), 0, null, Decided.by(envelope));
    }

    public Place moved(GroupReassigned event, Envelope envelope) {
        return event.group().equals(group)
                ? new Place(group, line, assignedAt, moves, overdue, Decided.by(envelope))
                : new Place(
                        event.group(),
                        event.line(),
                        envelope.time(),
                        moves + 1,
                        overdue,
                        Decided.by(envelope));
    }

    public Place overdue(LineWaitOverdue event, Instant at) {
        return new Place(group, line, assignedAt, moves, new Overdue(event.since(), at), decided);
    }

    /** Whether a wait that began then was reported; a report of a longer one was another's. */
    public boolean isReported(Instant since) {
        return overdue != null && !overdue.since().isBefore(since);
    }

    /**
     * A report.
     *
     * @param since when the wait began
     * @param at when it was recorded
     */
    public record Overdue(Instant since, Instant at) {}

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

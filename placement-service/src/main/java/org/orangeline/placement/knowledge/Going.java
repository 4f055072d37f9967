package org.orangeline.placement.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a person went and came back, by intake's register.
 *
 * @param gone null for who is here
 * @param returned the last return; null for never
 * @param recalled the last withdrawal of a departure or a death; null for none
 */
public record Going(
        @Nullable Departure gone, @Nullable Return returned, @Nullable Recall recalled) {

    static final Going NEVER = new Going(null, null, null);

    /** How a person went. */
    public enum How {
        LEFT,
        DIED,
        /** Dead on arrival, and so in nobody's custody. */
        BROUGHT_DEAD,
        /** Two humans said that there is no such person (rule P18). */
        NEVER_WAS
    }

    /**
     * That a person went.
     *
     * @param at when, as told
     * @param recordedAt the server's time
     * @param eventId the event's {@code ce_id}
     * @param taken that an authority took the person away, who may have died since; null for who
     *     left otherwise
     * @param freeSince when custody ended in liberty, also of who has died since; null for who was
     *     taken away, or died here
     */
    public record Departure(
            How how,
            Instant at,
            Instant recordedAt,
            String eventId,
            @Nullable Taken taken,
            @Nullable Instant freeSince) {

        public boolean died() {
            return how == How.DIED || how == How.BROUGHT_DEAD;
        }
    }

    /**
     * That a person came back.
     *
     * @param at when, as told
     * @param recordedAt the server's time
     * @param eventId {@code ce_id} of {@code PersonReturned}
     * @param from set when an authority had taken the person away
     * @param before the return before this one, or null
     */
    public record Return(
            Instant at,
            Instant recordedAt,
            String eventId,
            @Nullable Taken from,
            @Nullable Return before) {}

    /**
     * That a person did not go after all, or did not die.
     *
     * @param toldFrom when what was withdrawn had been recorded: a notice since then told of it
     */
    public record Recall(Instant toldFrom, Instant recordedAt, String eventId) {}

    /** Whether that event says that the person went, or did not go after all. */
    public boolean isStartOf(String eventId) {
        return (gone != null && gone.eventId().equals(eventId))
                || (recalled != null && recalled.eventId().equals(eventId));
    }

    Going went(Departure how) {
        return new Going(how, returned, recalled);
    }

    Going died(boolean onTheWay, Instant at, Instant recordedAt, String eventId) {
        return went(
                new Departure(
                        onTheWay ? How.BROUGHT_DEAD : How.DIED,
                        at,
                        recordedAt,
                        eventId,
                        gone == null ? null : gone.taken(),
                        gone == null ? null : gone.freeSince()));
    }

    Going back(Instant at, Instant recordedAt, String eventId) {
        return new Going(
                null,
                new Return(at, recordedAt, eventId, gone == null ? null : gone.taken(), returned),
                recalled);
    }

    /**
     * The last departure or death was none (rule P18). Who is said to have died had perhaps left
     * before; when, is the same for every rule.
     *
     * @param left whether the person had left before
     */
    Going recall(boolean left, Instant recordedAt, String eventId) {
        if (gone == null) {
            return this;
        }
        Taken taken = gone.taken();
        Instant toldFrom = left || taken == null ? gone.recordedAt() : taken.recordedAt();
        var recall = new Recall(toldFrom, recordedAt, eventId);
        return left
                ? new Going(
                        leftBefore(gone, recordedAt, eventId),
                        returned,
                        gone.died() ? recall : recalled)
                : new Going(null, returned, recall);
    }

    private static Departure leftBefore(Departure gone, Instant recordedAt, String eventId) {
        Taken taken = gone.taken();
        Instant free = gone.freeSince() == null ? gone.at() : gone.freeSince();
        return taken == null
                ? new Departure(How.LEFT, free, recordedAt, eventId, null, free)
                : new Departure(How.LEFT, taken.at(), recordedAt, eventId, taken, null);
    }

    /**
     * The same for who is asked about the present custody: whoever was taken away and came back is
     * in the custody of before, unless that had ended in liberty.
     *
     * @param arrived when the arrival was recorded
     * @param free when it was recorded that a place let the person go last; null for never
     */
    Going inCustody(Instant arrived, @Nullable Instant free) {
        Return last = returned;
        while (last != null && last.from() != null && isAfter(last.before(), arrived, free)) {
            last = last.before();
        }
        return last == returned ? this : new Going(gone, last, recalled);
    }

    private static boolean isAfter(@Nullable Return came, Instant arrived, @Nullable Instant free) {
        return free == null || (came == null ? arrived : came.recordedAt()).isAfter(free);
    }
}

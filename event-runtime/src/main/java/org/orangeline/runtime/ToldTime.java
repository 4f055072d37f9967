package org.orangeline.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times that officers tell. A report may come days late from a tablet that was offline; what cannot
 * have been so is refused, so that it is corrected while the officer still knows.
 */
public final class ToldTime {

    /** Clocks of tablets and servers differ by minutes. */
    public static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private ToldTime() {}

    /**
     * Empty when the time lies between both; otherwise why it cannot be.
     *
     * @param what happened, with its time's field: {@code "diedAt, the death,"}
     * @param earliestIs what the earliest possible moment is
     */
    public static Optional<Refusal> between(
            String what, Instant told, Instant earliest, String earliestIs, Instant now) {
        if (told.isBefore(earliest.minus(CLOCKS_DIFFER))) {
            return Optional.of(
                    implausible(what + " cannot be before " + earliest + ", " + earliestIs + "."));
        }
        return told.isAfter(now.plus(CLOCKS_DIFFER))
                ? Optional.of(
                        implausible(what + " cannot be in the future; now it is " + now + "."))
                : Optional.empty();
    }

    /** As {@link #between}, for a time that need not be told: then it is now. */
    public static Optional<Refusal> at(
            String what, @Nullable Instant told, Instant earliest, String earliestIs, Instant now) {
        return told == null
                ? Optional.empty()
                : between("at, " + what + ",", told, earliest, earliestIs, now);
    }

    private static Refusal implausible(String detail) {
        return new Refusal(Refusal.Kind.RULE, detail, List.of());
    }
}

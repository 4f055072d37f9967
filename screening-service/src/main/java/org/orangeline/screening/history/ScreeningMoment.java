package org.orangeline.screening.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a rule of lines or screening did not hold for somebody.
 *
 * @param how what the register made of it
 * @param personId the registration that waits, was questioned, or has the finding
 * @param from when it began
 * @param until when it ended; null when it lasts
 * @param by who brought it about where somebody did (a reversal, a wrong record), then who ended
 *     it, as the log names them
 * @param ending the event that ended it; null when it lasts, or time alone ended it
 */
public record ScreeningMoment(
        String operation,
        String rule,
        How how,
        UUID personId,
        Instant from,
        @Nullable Instant until,
        List<String> by,
        @Nullable String ending) {

    public ScreeningMoment {
        by = List.copyOf(by);
    }

    /** One that begins with a look. */
    static ScreeningMoment begun(Look look, String rule, How how, UUID person, List<String> by) {
        return new ScreeningMoment(look.operation(), rule, how, person, look.now(), null, by, null);
    }

    /**
     * The same, ended by what is looked at. Clocks of services differ: none ends before it began.
     */
    ScreeningMoment ended(Look look) {
        return ended(look.now(), look.who(), look.what());
    }

    /** The same, ended by nobody: the person grew up. */
    ScreeningMoment ended(Instant now) {
        return ended(now, List.of(), null);
    }

    private ScreeningMoment ended(Instant now, List<String> who, @Nullable String event) {
        return new ScreeningMoment(
                operation,
                rule,
                how,
                personId,
                from,
                now.isBefore(from) ? from : now,
                Stream.concat(by.stream(), who.stream()).distinct().toList(),
                event);
    }

    ScreeningMoment as(How other) {
        return new ScreeningMoment(operation, rule, other, personId, from, until, by, ending);
    }

    ScreeningMoment since(Instant other) {
        return new ScreeningMoment(operation, rule, how, personId, other, until, by, ending);
    }

    /** What the register made of it. */
    public enum How {
        /** The line officer was told of another line (L2). */
        SUGGESTED,
        /** Placement-service asked about the place meanwhile (P3, P4), not about the finding. */
        QUESTIONED,
        /** A later fact made it so; the finding stands, and nobody was asked about it. */
        STANDING,
        /** It rests on another person's record, as the reversal of a merge showed (S4). */
        LENT,
        /** The register should have prevented or noticed it: a fault. */
        UNNOTICED
    }
}

package org.orangeline.kit.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Times that callers tell. Their clocks may be wrong, so a day in the future is let through. */
@ApplicationScoped
public class Times {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private final Clock clock;

    Times(Clock clock) {
        this.clock = clock;
    }

    /**
     * @throws ProblemException 400 for a time that has not come yet
     */
    public Instant past(String field, Instant told) {
        if (told.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            throw ProblemException.field(field, "must not be in the future");
        }
        return told;
    }

    /** A time that need not be told: null, which means now. */
    public @Nullable Instant maybePast(String field, @Nullable Instant told) {
        return told == null ? null : past(field, told);
    }
}

package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;

/** Times that officers tell, as {@link ToldTime} has it for every service. */
public final class Plausible {

    /** Clocks of tablets and servers differ by minutes. */
    public static final Duration CLOCKS_DIFFER = ToldTime.CLOCKS_DIFFER;

    private Plausible() {}

    /** See {@link ToldTime#between}. */
    public static Optional<Refusal> between(
            String what, Instant told, Instant earliest, String earliestIs, Instant now) {
        return ToldTime.between(what, told, earliest, earliestIs, now);
    }

    /** See {@link ToldTime#at}. */
    public static Optional<Refusal> at(
            String what, @Nullable Instant told, Instant earliest, String earliestIs, Instant now) {
        return ToldTime.at(what, told, earliest, earliestIs, now);
    }
}

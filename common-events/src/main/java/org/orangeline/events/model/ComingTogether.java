package org.orangeline.events.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person's arrival says of their family, for whether an adult came together with a child
 * (rule P15). Only the arrival itself says so: a group that was corrected since does not.
 *
 * @param tie as told on arrival
 * @param arrivedAt when the person arrived, as told
 * @param tablet by whose clock; null where none was named
 * @param recordedAt the server's time
 * @param sequence number of the arrival in the order of intake-service's log, by which it is before
 *     or after what was raised about a child
 */
public record ComingTogether(
        FamilyTie tie,
        Instant arrivedAt,
        @Nullable String tablet,
        Instant recordedAt,
        long sequence) {

    /**
     * How far apart the arrivals of two people who came together are at most, by the server's time,
     * and by the told time where one clock told both: those of two tablets may differ by hours. A
     * family of twenty takes an officer seven minutes; a second human verifies an adult who comes
     * later.
     */
    public static final Duration AT_MOST = Duration.ofHours(1);

    /** The sequence for a child that was never raised as alone. */
    public static final long NEVER = Long.MAX_VALUE;

    /**
     * Whether this adult came together with a child as one who cares for it.
     *
     * @param raised sequence of the first {@code ChildFoundAlone} about any registration of the
     *     child, or {@link #NEVER}. Who is registered later may have heard of a child that is
     *     alone.
     */
    public boolean caresFor(ComingTogether child, long raised) {
        return tie.role().caresForChildren()
                && tie.groupId().equals(child.tie.groupId())
                && sequence < raised
                && child.sequence < raised
                && (!Objects.equals(tablet, child.tablet) || isNear(arrivedAt, child.arrivedAt))
                && isNear(recordedAt, child.recordedAt);
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(AT_MOST) <= 0;
    }
}

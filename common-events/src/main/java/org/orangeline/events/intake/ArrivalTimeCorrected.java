package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * A person arrived at another time than was recorded: waits (rule L4) and custody (rules P10 to
 * P12) began then.
 *
 * @param arrivedAt when it was
 * @param requestedBy the human who said so first, where two had to; null where the clocks began
 *     sooner
 * @param reason why, sealed on the wire
 */
public record ArrivalTimeCorrected(
        UUID personId, Instant arrivedAt, @Nullable String requestedBy, Confidential<String> reason)
        implements PersonIntakeEvent {}

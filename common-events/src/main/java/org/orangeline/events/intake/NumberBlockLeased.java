package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;

/**
 * A tablet has registration numbers of its own to give while it is offline. They are nobody else's,
 * also when it never uses them: numbers are unique, and have gaps.
 *
 * @param blockId names the lease
 * @param deviceId the only tablet whose arrivals may carry one of them
 * @param from the first count; the number of a count has a check digit behind it
 * @param to the last count
 * @param expiresAt from then on an arrival may carry none of them any more
 */
public record NumberBlockLeased(
        UUID blockId, String deviceId, long from, long to, Instant expiresAt)
        implements IntakeEvent {

    @Override
    public String subject() {
        return blockId.toString();
    }
}

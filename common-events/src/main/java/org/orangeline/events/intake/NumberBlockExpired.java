package org.orangeline.events.intake;

import java.util.UUID;

/**
 * A block of numbers ran out of time. What was not used of it is used no more.
 *
 * @param blockId names the lease
 * @param deviceId whose it was
 * @param unused how many numbers nobody got
 */
public record NumberBlockExpired(UUID blockId, String deviceId, long unused)
        implements IntakeEvent {

    @Override
    public String subject() {
        return blockId.toString();
    }
}

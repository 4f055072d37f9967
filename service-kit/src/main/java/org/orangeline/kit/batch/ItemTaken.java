package org.orangeline.kit.batch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That an item got its final outcome; a line of the topic {@code <service>.items}. Never what was
 * in the item.
 *
 * @param contentHash keyed, so that it betrays nothing
 * @param status of the call
 * @param actor who uploaded
 * @param at the server's time
 * @param deviceTime the tablet's clock, evidence
 * @param counter the tablet's monotonic counter, evidence
 */
public record ItemTaken(
        String operation,
        String deviceId,
        long deviceSequence,
        UUID itemId,
        String contentHash,
        ItemOutcome.Outcome outcome,
        int status,
        String actor,
        Instant at,
        @Nullable Instant deviceTime,
        @Nullable Long counter) {}

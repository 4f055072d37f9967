package org.orangeline.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tablet that registered. Its clock is evidence, never used for order.
 *
 * @param deviceId the tablet's id
 * @param sequence the tablet's own count of what it sent
 * @param time the tablet's clock; null where it was not told, or cannot be read
 * @param timeAsSent what the tablet wrote, in another calendar or in other digits; null where that
 *     is {@code time}
 */
public record Device(
        String deviceId,
        @Nullable Long sequence,
        @Nullable Instant time,
        @Nullable String timeAsSent) {

    /** One that writes ISO 8601, or no time. */
    public Device(String deviceId, @Nullable Long sequence, @Nullable Instant time) {
        this(deviceId, sequence, time, null);
    }
}

package org.orangeline.events.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tablet that registered. Its clock is evidence, never used for order.
 *
 * @param deviceId the tablet's id
 * @param sequence the tablet's own count of what it sent
 * @param time the tablet's clock
 */
public record Device(String deviceId, @Nullable Long sequence, @Nullable Instant time) {}

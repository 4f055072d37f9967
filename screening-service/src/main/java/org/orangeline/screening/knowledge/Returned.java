package org.orangeline.screening.knowledge;

import java.time.Instant;
import java.util.UUID;

/**
 * That a person came back.
 *
 * @param at when it was recorded
 * @param told when it was, as told
 * @param eventId {@code ce_id} of {@code PersonReturned}
 */
public record Returned(Instant at, Instant told, UUID eventId) {}

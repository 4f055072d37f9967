package org.orangeline.placement.knowledge;

import java.time.Instant;

/**
 * An authority took the person away, unasked: the person is nowhere free, and looked for (rule
 * P17).
 *
 * @param at when, as told
 * @param recordedAt the server's time
 * @param eventId {@code ce_id} of {@code PersonLeft}
 */
public record Taken(Instant at, Instant recordedAt, String eventId) {}

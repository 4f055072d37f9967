package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tracing bureau was told of a person who waits under guard in a line (rule P12).
 *
 * @param noticeNumber the notice's number
 * @param at when it happened, as told; null for when it was recorded
 */
public record LineBureauNotified(UUID personId, String noticeNumber, @Nullable Instant at)
        implements PersonPlacementEvent {}

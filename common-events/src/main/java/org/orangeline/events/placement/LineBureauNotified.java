package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer notified the tracing bureau of a person in a guarded line (rule P12).
 *
 * @param noticeNumber the notice's number
 * @param at when it happened, as told; null for when it was recorded
 */
public record LineBureauNotified(UUID personId, String noticeNumber, @Nullable Instant at)
        implements PersonPlacementEvent {}

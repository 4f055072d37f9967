package org.orangeline.events.placement;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inquiry was opened into where a person is whom an authority took away from a line or a
 * reception point (rule P17).
 *
 * @param inquiryNumber the inquiry's number; never a name
 * @param at when it happened, as told; null for when it was recorded
 */
public record LineInquiryOpened(UUID personId, String inquiryNumber, @Nullable Instant at)
        implements PersonPlacementEvent {}

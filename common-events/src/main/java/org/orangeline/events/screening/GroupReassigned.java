package org.orangeline.events.screening;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * An officer moved a person to another line (rule L3).
 *
 * @param reason why, sealed on the wire
 * @param at when the person was moved, where that was told; null means when it was recorded
 */
public record GroupReassigned(
        UUID personId,
        String from,
        String group,
        String line,
        Confidential<String> reason,
        @Nullable Instant at)
        implements PersonScreeningEvent {}

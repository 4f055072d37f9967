package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.DepartureKind;

/**
 * A person left the reception point and is no longer looked after here.
 *
 * @param leftAt when, as told
 * @param reason why and where to, sealed on the wire
 * @param kind where to, as a code; null in older events
 */
public record PersonLeft(
        UUID personId, Instant leftAt, Confidential<String> reason, @Nullable DepartureKind kind)
        implements PersonIntakeEvent {}

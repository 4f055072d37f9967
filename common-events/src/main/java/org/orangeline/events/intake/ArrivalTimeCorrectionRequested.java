package org.orangeline.events.intake;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * A human said that a person arrived later than is recorded. The recorded time counts until a
 * second human says so, since every clock that protects would run from the later one.
 *
 * @param arrivedAt when it was, by their word
 * @param reason why, sealed on the wire
 */
public record ArrivalTimeCorrectionRequested(
        UUID personId, Instant arrivedAt, Confidential<String> reason)
        implements PersonIntakeEvent {}

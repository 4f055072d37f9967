package org.orangeline.intake.families;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.ComingTogether;

/**
 * Who said that a person belongs to a group.
 *
 * @param by the actor
 * @param onArrival what the arrival said; null when a later correction said it
 */
public record Stated(String by, @Nullable ComingTogether onArrival) {}

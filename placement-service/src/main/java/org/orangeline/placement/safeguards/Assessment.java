package org.orangeline.placement.safeguards;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.model.Risk;

/**
 * The last non-refoulement assessment of a person for a receiver (rule P9).
 *
 * @param at when it was recorded
 */
public record Assessment(UUID assessmentId, Risk risk, Instant at) {}

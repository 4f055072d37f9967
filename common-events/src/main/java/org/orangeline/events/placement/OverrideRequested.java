package org.orangeline.events.placement;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * Somebody signed that a rule may be broken for a person and a place, and why (rules P6, P8). A
 * second signature makes it count.
 *
 * @param overrideId what the second signature refers to
 * @param rule the rule, P6 or P8
 */
public record OverrideRequested(
        UUID personId, UUID overrideId, String facilityId, String rule, Confidential<String> reason)
        implements PersonPlacementEvent {}

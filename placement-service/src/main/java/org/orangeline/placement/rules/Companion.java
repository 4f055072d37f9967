package org.orangeline.placement.rules;

import java.util.UUID;
import org.orangeline.events.model.Basis;
import org.orangeline.placement.orders.Place;

/** Somebody who is ordered or transferred in the same decision: where to, and on what basis. */
public record Companion(UUID personId, Place place, Basis basis) {}

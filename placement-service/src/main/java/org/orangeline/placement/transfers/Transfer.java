package org.orangeline.placement.transfers;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.placement.orders.Place;

/**
 * A move to another place that is ordered and has not ended.
 *
 * @param to where a place is reserved
 * @param eventId id of {@code TransferOrdered}, the cause of what follows from it
 */
public record Transfer(UUID transferId, Place to, String eventId, Instant orderedAt) {}

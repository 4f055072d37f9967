package org.orangeline.events.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * Property of a receipt was given back.
 *
 * @param items positions in the receipt, from 0
 * @param to who took it, when that is another person
 * @param note how it was handed over, sealed on the wire
 * @param at when it was given back, where that was told; null means when it was recorded
 */
public record PropertyReturned(
        UUID personId,
        UUID receiptId,
        List<Integer> items,
        @Nullable UUID to,
        Confidential<String> note,
        @Nullable Instant at)
        implements PersonIntakeEvent {

    public PropertyReturned {
        items = List.copyOf(items);
    }
}

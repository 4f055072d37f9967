package org.orangeline.events.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.PropertyItem;

/**
 * A person's property was taken for safe keeping, against a receipt.
 *
 * @param receiptId made on the tablet
 * @param items at least one; a return names them by their position
 * @param storedAt code of the place
 * @param witness code of who saw it
 * @param at when it was taken, where that was told; null means when it was recorded
 */
public record PropertyReceived(
        UUID personId,
        UUID receiptId,
        List<PropertyItem> items,
        String storedAt,
        @Nullable String witness,
        @Nullable Instant at)
        implements PersonIntakeEvent {

    public PropertyReceived {
        items = List.copyOf(items);
    }
}

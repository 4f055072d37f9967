package org.orangeline.intake.property;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.events.model.PropertyItem;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * What was taken in one go.
 *
 * @param personId whose property it is
 * @param returned positions that were given back
 */
public record Receipt(
        UUID receiptId,
        UUID personId,
        List<PropertyItem> items,
        String storedAt,
        @Nullable String witness,
        Instant receivedAt,
        PVector<Integer> returned) {

    public Receipt {
        items = List.copyOf(items);
    }

    public static Receipt of(PropertyReceived event, Envelope envelope) {
        return new Receipt(
                event.receiptId(),
                event.personId(),
                event.items(),
                event.storedAt(),
                event.witness(),
                event.at() == null ? envelope.time() : event.at(),
                TreePVector.empty());
    }

    public Receipt give(PropertyReturned event) {
        return new Receipt(
                receiptId,
                personId,
                items,
                storedAt,
                witness,
                receivedAt,
                returned.plusAll(event.items()));
    }

    public boolean isReturned(int position) {
        return returned.contains(position);
    }
}

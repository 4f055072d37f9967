package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.EventCodec;
import org.orangeline.events.Opener;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.intake.property.Receipt;

/** Property as officers see it. */
final class PropertyViews {

    private PropertyViews() {}

    static Property property(OperationState state, Person person, Opener keys) {
        String inUse = state.merges().inUse(person.id());
        return new Property(
                person.personId(),
                state.merges().registrations(inUse).stream()
                        .flatMap(id -> state.receiptsOf(id).stream())
                        .sorted(
                                Comparator.comparing(Receipt::receivedAt)
                                        .thenComparing(Receipt::receiptId))
                        .map(receipt -> taken(receipt, keys))
                        .toList());
    }

    private static Taken taken(Receipt receipt, Opener keys) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < receipt.items().size(); i++) {
            PropertyItem item = receipt.items().get(i);
            items.add(
                    new Item(
                            i,
                            item.code(),
                            item.quantity(),
                            item.currency(),
                            item.amount(),
                            item.description() == null
                                    ? null
                                    : EventCodec.open(item.description(), String.class, keys)
                                            .orElse(null),
                            receipt.isReturned(i)));
        }
        return new Taken(
                receipt.receiptId(),
                receipt.personId(),
                receipt.receivedAt(),
                receipt.storedAt(),
                receipt.witness(),
                items);
    }

    /** Everything that was taken. */
    @Schema(name = "Property")
    public record Property(UUID personId, List<Taken> receipts) {

        /** A row for each item. */
        List<Row> rows() {
            return receipts.stream()
                    .flatMap(receipt -> receipt.items().stream().map(item -> Row.of(receipt, item)))
                    .toList();
        }
    }

    /** An item with its receipt, in a table. */
    record Row(
            UUID receiptId,
            UUID personId,
            Instant receivedAt,
            String storedAt,
            @Nullable String witness,
            Item item) {

        static Row of(Taken receipt, Item item) {
            return new Row(
                    receipt.receiptId(),
                    receipt.personId(),
                    receipt.receivedAt(),
                    receipt.storedAt(),
                    receipt.witness(),
                    item);
        }
    }

    /**
     * @param personId the registration that it was taken from
     */
    @Schema(name = "Receipt")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Taken(
            UUID receiptId,
            UUID personId,
            Instant receivedAt,
            String storedAt,
            @Nullable String witness,
            List<Item> items) {}

    /**
     * @param position what a return names
     */
    @Schema(name = "ReceiptItem")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            int position,
            PropertyKind code,
            int quantity,
            @Nullable String currency,
            @Nullable String amount,
            @Nullable String description,
            boolean returned) {}
}

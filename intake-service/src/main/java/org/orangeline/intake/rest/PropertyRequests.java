package org.orangeline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.PropertyItem;
import org.orangeline.events.model.PropertyKind;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Says;

/** Bodies of the property calls. */
public final class PropertyRequests {

    /** Positions of one receipt, at most. */
    static final int MOST_ITEMS = 50;

    private PropertyRequests() {}

    static List<PropertyItem> items(List<ItemEntry> entries) {
        return entries.stream().map(PropertyRequests::item).toList();
    }

    private static PropertyItem item(ItemEntry entry) {
        boolean money = entry.code() == PropertyKind.MONEY;
        if (money != (entry.currency() != null) || money != (entry.amount() != null)) {
            throw ProblemException.field(
                    "items", "must have amount and currency for MONEY, and for nothing else");
        }
        if (entry.currency() != null && !isCurrency(entry.currency())) {
            throw ProblemException.field("items.currency", "must be a code of ISO 4217");
        }
        return new PropertyItem(
                entry.code(),
                entry.quantity() == null ? 1 : entry.quantity(),
                entry.currency(),
                entry.amount(),
                entry.description() == null ? null : Confidential.of(entry.description()));
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    /**
     * @param storedAt code of the place
     * @param witness code of who saw it, never a name
     * @param at when it was taken; now when it is left out
     */
    @Schema(name = "PropertyReceipt")
    public record ReceiptRequest(
            @NotEmpty @Size(max = MOST_ITEMS) List<@NotNull @Valid ItemEntry> items,
            @NotNull @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a slug")
                    String storedAt,
            @Nullable @Pattern(regexp = ArrivalRequest.SLUG, message = "must be a code, not a name")
                    String witness,
            @Nullable Instant at) {}

    /**
     * @param amount decimal with a point, as text
     * @param quantity 1 when left out
     */
    @Schema(name = "PropertyItem")
    public record ItemEntry(
            @NotNull PropertyKind code,
            @Nullable @Min(1) @Max(10_000) Integer quantity,
            @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be a code of ISO 4217")
                    String currency,
            @Nullable
                    @Pattern(
                            regexp = "[0-9]{1,15}(\\.[0-9]{1,4})?",
                            message = "must be a decimal number as text")
                    String amount,
            @Nullable @Says(max = 500) String description) {}

    /**
     * @param items positions in the receipt, from 0
     * @param to who takes it, when that is another person
     * @param at when it was given back; now when it is left out
     */
    @Schema(name = "PropertyReturn")
    public record ReturnRequest(
            @NotEmpty @Size(max = MOST_ITEMS) List<@NotNull @Min(0) @Max(MOST_ITEMS) Integer> items,
            @Nullable UUID to,
            @NotNull @Says(max = 2000) String note,
            @Nullable Instant at) {}
}

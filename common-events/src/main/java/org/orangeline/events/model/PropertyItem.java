package org.orangeline.events.model;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;

/**
 * One position of a property receipt.
 *
 * @param quantity how many, 1 or more
 * @param currency ISO 4217, for money
 * @param amount decimal with a point, for money; text, so that no cent is rounded away
 * @param description what it looks like, sealed on the wire
 */
public record PropertyItem(
        PropertyKind code,
        int quantity,
        @Nullable String currency,
        @Nullable String amount,
        @Nullable Confidential<String> description) {}

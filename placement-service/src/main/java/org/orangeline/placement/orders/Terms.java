package org.orangeline.placement.orders;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.PlacementOrdered;

/**
 * What an order rests on.
 *
 * @param ground code of the order's own ground
 * @param withLegalReference whether the order names one
 * @param accompanies the relative beside whom a dependant is placed
 * @param withConsent whether the person's consent stands
 */
public record Terms(
        @Nullable GroundCode ground,
        boolean withLegalReference,
        @Nullable UUID accompanies,
        boolean withConsent) {

    static Terms of(PlacementOrdered event) {
        return new Terms(
                event.ground() == null ? null : event.ground().code(),
                event.legalReference() != null,
                event.accompanies(),
                event.consent() != null);
    }

    static Terms of(BasisChanged event) {
        return new Terms(
                event.ground() == null ? null : event.ground().code(),
                event.legalReference() != null,
                event.accompanies(),
                event.consent() != null);
    }

    /** Of a child that was born to somebody who is held or sheltered. */
    public static Terms bornTo(UUID mother) {
        return new Terms(null, false, mother, true);
    }

    /** Of who was found inside: nothing was ordered. */
    public static Terms foundBeside(@Nullable UUID relative) {
        return new Terms(null, false, relative, false);
    }

    Terms withoutConsent() {
        return new Terms(ground, withLegalReference, accompanies, false);
    }
}

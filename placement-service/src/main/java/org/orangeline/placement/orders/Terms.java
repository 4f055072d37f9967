package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.ConsentGiver;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.placement.BasisChanged;
import org.orangeline.events.placement.PlacementOrdered;

/**
 * What an order rests on.
 *
 * @param ground code of the order's own ground
 * @param withLegalReference whether the order names one
 * @param accompanies the relative beside whom a dependant is placed
 * @param withConsent whether consent stands
 * @param byCarer whether who cares for a child gave it: for somebody who may be an adult it is none
 * @param consentedAt when consent was given; null when nobody said, or there is none
 * @param insideSince when the person came in on it; null for who has not yet
 */
public record Terms(
        @Nullable GroundCode ground,
        boolean withLegalReference,
        @Nullable UUID accompanies,
        boolean withConsent,
        boolean byCarer,
        @Nullable Instant consentedAt,
        @Nullable Instant insideSince) {

    /** With the person's own consent, or without any. */
    public Terms(
            @Nullable GroundCode ground,
            boolean withLegalReference,
            @Nullable UUID accompanies,
            boolean withConsent) {
        this(ground, withLegalReference, accompanies, withConsent, false, null, null);
    }

    /** With that consent. */
    public Terms(
            @Nullable GroundCode ground,
            boolean withLegalReference,
            @Nullable UUID accompanies,
            @Nullable Consent consent) {
        this(
                ground,
                withLegalReference,
                accompanies,
                consent != null,
                consent != null && consent.givenBy() == ConsentGiver.CARER,
                consent == null ? null : consent.recordedAt(),
                null);
    }

    static Terms of(PlacementOrdered event) {
        return new Terms(
                event.ground() == null ? null : event.ground().code(),
                event.legalReference() != null,
                event.accompanies(),
                event.consent());
    }

    static Terms of(BasisChanged event) {
        return new Terms(
                event.ground() == null ? null : event.ground().code(),
                event.legalReference() != null,
                event.accompanies(),
                event.consent());
    }

    /** Of a child that was born to somebody who is held or sheltered. */
    public static Terms bornTo(UUID mother) {
        return new Terms(null, false, mother, true);
    }

    /** Of who was found inside: nothing was ordered. */
    public static Terms foundBeside(@Nullable UUID relative) {
        return new Terms(null, false, relative, false);
    }

    /**
     * Whether the person consented, or a carer whose word still counts.
     *
     * @param isSurelyChild whether nobody says an age that an adult may have
     */
    public boolean isConsented(boolean isSurelyChild) {
        return withConsent && (!byCarer || isSurelyChild);
    }

    /** The person is inside on these terms. */
    Terms inside(Instant since) {
        return new Terms(
                ground,
                withLegalReference,
                accompanies,
                withConsent,
                byCarer,
                consentedAt,
                insideSince == null ? since : insideSince);
    }

    Terms withoutConsent() {
        return new Terms(ground, withLegalReference, accompanies, false);
    }
}

package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.rest.CustodyResource.ProposalView;
import org.orangeline.placement.safeguards.RuleOverride;

/**
 * Where a person is, on what basis, and what is due for the person.
 *
 * @param mergedInto whose record counts now, when this one was merged
 * @param placement the open one
 * @param before placements that ended or were cancelled, oldest first
 * @param proposal the present one
 * @param duties what the legal profile asks for, earliest first
 * @param doneInTime duties that were reported as overdue, were done in time and recorded late
 * @param heldInLineSince since when the person has waited under guard in a line, who does, or was
 *     taken away from it
 * @param takenAwayAt when an authority took the person away, who is neither back nor found
 * @param overrides what two people signed, or one so far
 * @param keptApartFrom rule P8
 */
@Schema(name = "Custody")
public record CustodyView(
        UUID personId,
        @Nullable String registrationNumber,
        @Nullable UUID mergedInto,
        @Nullable PlacementView placement,
        List<PlacementView> before,
        @Nullable ProposalView proposal,
        List<DutyView> duties,
        List<DutyView> doneInTime,
        @Nullable Instant heldInLineSince,
        @Nullable Instant takenAwayAt,
        List<RuleOverride> overrides,
        List<UUID> keptApartFrom) {}

package org.orangeline.placement.rest;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Consent;
import org.orangeline.kit.rest.Times;
import org.orangeline.placement.PlacementCommand.StatedGround;
import org.orangeline.placement.rest.PlacementRequests.ConsentEntry;
import org.orangeline.placement.rest.PlacementRequests.GroundEntry;

/** Parts that several bodies have. */
final class Entries {

    private Entries() {}

    static @Nullable StatedGround ground(@Nullable GroundEntry entry) {
        return entry == null ? null : new StatedGround(entry.code(), entry.statement());
    }

    static @Nullable Consent consent(@Nullable ConsentEntry entry, Times times) {
        return entry == null
                ? null
                : new Consent(
                        times.past("consent.recordedAt", entry.recordedAt()),
                        entry.language(),
                        entry.givenBy(),
                        entry.takenBy());
    }
}

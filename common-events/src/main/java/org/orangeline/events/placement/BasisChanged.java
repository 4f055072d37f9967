package org.orangeline.events.placement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.Ground;

/**
 * A human changed the basis of a standing placement; the person stays where the person is (rules
 * P4, P5, P13, S2).
 *
 * @param from the basis until now
 * @param basis the basis from now on
 * @param ground the decision's own ground, where the basis needs one
 * @param legalReference the provision it rests on, where the basis needs one
 * @param accompanies the relative beside whom a dependant stays
 * @param consent for voluntary shelter
 */
public record BasisChanged(
        UUID personId,
        UUID placementId,
        String facilityId,
        Basis from,
        Basis basis,
        @Nullable Ground ground,
        @Nullable String legalReference,
        @Nullable UUID accompanies,
        @Nullable Consent consent,
        Confidential<String> reason)
        implements PersonPlacementEvent {}

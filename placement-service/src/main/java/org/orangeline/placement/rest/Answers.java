package org.orangeline.placement.rest;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.FacilityLayout;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.CapacityChangeRequested;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.FacilityChangeRequested;
import org.orangeline.events.placement.KeepApartDeclared;
import org.orangeline.events.placement.KeepApartLifted;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.OverrideRequested;
import org.orangeline.events.placement.OverrideRevoked;
import org.orangeline.events.placement.TransferOrdered;

/**
 * What is answered of events that carry a reason. The caller wrote it, and in the log it is sealed:
 * nobody is sent the ciphertext.
 */
public final class Answers {

    private Answers() {}

    @Schema(name = "RuleOverridden")
    public record RuleOverridden(UUID personId, UUID overrideId, String facilityId, String rule) {}

    @Schema(name = "KeptApart")
    public record KeptApart(UUID personId, UUID otherId) {}

    @Schema(name = "ReceiverAssessed")
    public record ReceiverAssessed(UUID personId, UUID assessmentId, String receiver, Risk risk) {}

    @Schema(name = "TransferPlanned")
    public record TransferPlanned(
            UUID personId,
            UUID placementId,
            UUID transferId,
            String from,
            String facilityId,
            @Nullable String section) {}

    @Schema(name = "CapacityAskedFor")
    public record CapacityAskedFor(
            String facilityId,
            UUID changeId,
            @Nullable String section,
            int working,
            int certified,
            int blocked) {}

    @Schema(name = "FacilityChangeAskedFor")
    public record FacilityChangeAskedFor(
            String facilityId,
            UUID changeId,
            @Nullable String authority,
            boolean mayLeave,
            @Nullable Instant at,
            @Nullable FacilityLayout layout) {}

    @Schema(name = "ConvoyPlanCancelled")
    public record ConvoyPlanCancelled(UUID convoyId, String facilityId) {}

    static RuleOverridden of(OverrideRequested event) {
        return new RuleOverridden(
                event.personId(), event.overrideId(), event.facilityId(), event.rule());
    }

    static RuleOverridden of(OverrideRevoked event) {
        return new RuleOverridden(
                event.personId(), event.overrideId(), event.facilityId(), event.rule());
    }

    static KeptApart of(KeepApartDeclared event) {
        return new KeptApart(event.personId(), event.otherId());
    }

    static KeptApart of(KeepApartLifted event) {
        return new KeptApart(event.personId(), event.otherId());
    }

    static ReceiverAssessed of(NonRefoulementAssessed event) {
        return new ReceiverAssessed(
                event.personId(), event.assessmentId(), event.receiver(), event.risk());
    }

    static TransferPlanned of(TransferOrdered event) {
        return new TransferPlanned(
                event.personId(),
                event.placementId(),
                event.transferId(),
                event.from(),
                event.facilityId(),
                event.section());
    }

    static CapacityAskedFor of(CapacityChangeRequested event) {
        return new CapacityAskedFor(
                event.facilityId(),
                event.changeId(),
                event.section(),
                event.working(),
                event.certified(),
                event.blocked());
    }

    static FacilityChangeAskedFor of(FacilityChangeRequested event) {
        return new FacilityChangeAskedFor(
                event.facilityId(),
                event.changeId(),
                event.authority(),
                event.mayLeave(),
                event.at(),
                event.layout());
    }

    static ConvoyPlanCancelled of(ConvoyCancelled event) {
        return new ConvoyPlanCancelled(event.convoyId(), event.facilityId());
    }
}

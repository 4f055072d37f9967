package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.Section;
import org.orangeline.runtime.Command;

/** What placement-service can be asked to record. */
public sealed interface PlacementCommand extends Command
        permits PlacementCommand.RegisterFacility,
                PlacementCommand.OrderPlacement,
                PlacementCommand.OrderTogether,
                PlacementCommand.CancelPlacement,
                PlacementCommand.AdmitPerson,
                PlacementCommand.ProposePlacement,
                PlacementCommand.ProposeBeside,
                PlacementCommand.ProposeTransfer,
                PlacementCommand.WithdrawProposal,
                PlacementCommand.ChangeBasis,
                CapacityCommand,
                FacilityCommand,
                RollCommand,
                ReceiverCommand,
                TransferCommand,
                ConvoyCommand,
                CustodyCommand,
                DutyCommand,
                LineCommand,
                QuestionCommand,
                LeavingCommand,
                SafeguardCommand {

    /**
     * Registers a camp, prison or other place; gives {@code FacilityRegistered}.
     *
     * @param authority the registered receiver that runs it; null for the operation itself
     * @param mayLeave false where nobody may leave; null means that people may
     */
    record RegisterFacility(
            String operation,
            String facilityId,
            String name,
            FacilityKind kind,
            int capacity,
            Admits admits,
            List<Section> sections,
            @Nullable String authority,
            @Nullable Boolean mayLeave)
            implements PlacementCommand {

        public RegisterFacility {
            sections = List.copyOf(sections);
        }

        @Override
        public Set<String> subjects() {
            return Set.of(facilityId);
        }
    }

    /**
     * Orders a placement and reserves the place; gives {@code PlacementOrdered}.
     *
     * @param ground the order's own ground; need not repeat the finding's
     * @param section null lets the software take one that admits the person and has a free place
     * @param accompanies the relative beside whom a dependant is placed
     */
    record OrderPlacement(
            String operation,
            UUID personId,
            String facilityId,
            @Nullable String section,
            Basis basis,
            @Nullable StatedGround ground,
            @Nullable String legalReference,
            @Nullable UUID accompanies,
            @Nullable Consent consent)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return accompanies == null
                    ? Set.copyOf(List.of(personId.toString(), facilityId))
                    : Set.copyOf(List.of(personId.toString(), facilityId, accompanies.toString()));
        }
    }

    /** Orders for people who belong together: all of them, or none; rule P6 sees them as one. */
    record OrderTogether(String operation, List<OrderPlacement> orders)
            implements PlacementCommand {

        public OrderTogether {
            orders = List.copyOf(orders);
        }

        @Override
        public Set<String> subjects() {
            return orders.stream()
                    .flatMap(order -> order.subjects().stream())
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** A ground as an officer states it. */
    record StatedGround(GroundCode code, String statement) {
        @Override
        public String toString() {
            return "StatedGround[" + code + "]";
        }
    }

    /** Cancels an order before the admission; gives {@code PlacementCancelled}. */
    record CancelPlacement(String operation, UUID placementId, UUID personId, String reason)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        @Override
        public String toString() {
            return "CancelPlacement[" + placementId + "]";
        }
    }

    /**
     * Records that a person was admitted; gives {@code PlacedInDetention} or {@code
     * ShelterProvided}.
     *
     * @param insideAlready why the person is inside although a rule is broken; null for an ordinary
     *     admission, which a broken rule refuses
     */
    record AdmitPerson(
            String operation,
            UUID placementId,
            UUID personId,
            @Nullable String insideAlready,
            @Nullable Instant at)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        @Override
        public String toString() {
            return "AdmitPerson[" + placementId + "]";
        }
    }

    /** Reaction: proposes what follows from a finding; gives {@code PlacementProposed}. */
    record ProposePlacement(String operation, UUID personId) implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /** Reaction: proposes a child beside a relative; gives {@code PlacementProposed}. */
    record ProposeBeside(String operation, UUID personId, UUID relativeId)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /** Reaction: proposes a child where its carer goes; gives {@code PlacementProposed}. */
    record ProposeTransfer(String operation, UUID personId, UUID relativeId)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /** Reaction: the facts no longer lead to it; gives {@code ProposalWithdrawn}. */
    record WithdrawProposal(String operation, UUID personId, UUID proposalId)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }

    /**
     * Changes the basis of a standing placement; gives {@code BasisChanged}, and {@code
     * TransferOrdered} when the new basis asks for another place.
     *
     * @param on what it rests on from now on
     * @param facilityId where the person is to be brought, or null to stay
     * @param section there; null lets the software take one
     */
    record ChangeBasis(
            String operation,
            UUID placementId,
            UUID personId,
            OnBasis on,
            @Nullable String facilityId,
            @Nullable String section,
            FreeText reason)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return facilityId == null
                    ? Set.of(personId.toString())
                    : Set.copyOf(List.of(personId.toString(), facilityId));
        }
    }

    /**
     * A basis with what it needs.
     *
     * @param accompanies the relative beside whom a dependant stays
     */
    record OnBasis(
            Basis basis,
            @Nullable StatedGround ground,
            @Nullable String legalReference,
            @Nullable UUID accompanies,
            @Nullable Consent consent) {}
}

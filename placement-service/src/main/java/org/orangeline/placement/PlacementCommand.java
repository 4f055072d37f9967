package org.orangeline.placement;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Admits;
import org.orangeline.events.model.Basis;
import org.orangeline.events.model.Consent;
import org.orangeline.events.model.FacilityKind;
import org.orangeline.events.model.GroundCode;
import org.orangeline.runtime.Command;

/** What placement-service can be asked to record. */
public sealed interface PlacementCommand extends Command {

    /** Registers a camp, prison or other place; gives {@code FacilityRegistered}. */
    record RegisterFacility(
            String operation,
            String facilityId,
            String name,
            FacilityKind kind,
            int capacity,
            Admits admits)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(facilityId);
        }
    }

    /**
     * Orders a placement and reserves the place; gives {@code PlacementOrdered}.
     *
     * @param ground the order's own ground; need not repeat the finding's
     * @param accompanies the relative beside whom a dependant is placed
     */
    record OrderPlacement(
            String operation,
            UUID personId,
            String facilityId,
            Basis basis,
            @Nullable StatedGround ground,
            @Nullable String legalReference,
            @Nullable UUID accompanies,
            @Nullable Consent consent)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return accompanies == null
                    ? Set.of(personId.toString(), facilityId)
                    : Set.copyOf(
                            java.util.List.of(
                                    personId.toString(), facilityId, accompanies.toString()));
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
            String operation, UUID placementId, UUID personId, @Nullable String insideAlready)
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

    /** Ends a placement in freedom; gives {@code ReleasedFromDetention}. */
    record ReleasePerson(
            String operation,
            UUID placementId,
            UUID personId,
            String reason,
            @Nullable String legalReference)
            implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }

        @Override
        public String toString() {
            return "ReleasePerson[" + placementId + "]";
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

    /** Reaction: a later fact breaks a rule (P14); gives {@code PlacementQuestioned}. */
    record QuestionPlacement(String operation, UUID personId) implements PlacementCommand {

        @Override
        public Set<String> subjects() {
            return Set.of(personId.toString());
        }
    }
}

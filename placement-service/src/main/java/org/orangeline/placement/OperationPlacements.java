package org.orangeline.placement;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.proposals.Proposal;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * One operation's facilities, placements and proposals.
 *
 * @param facilities by facility id
 * @param placements every placement, by placement id
 * @param open the open placement of a person, by person id; at most one (rule P2)
 * @param proposals the present proposal for a person, by person id
 */
public record OperationPlacements(
        PMap<String, Facility> facilities,
        PMap<String, Placement> placements,
        PMap<String, UUID> open,
        PMap<String, Proposal> proposals) {

    public static final OperationPlacements EMPTY =
            new OperationPlacements(
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty(),
                    HashTreePMap.empty());

    public Optional<Facility> facility(String facilityId) {
        return Optional.ofNullable(facilities.get(facilityId));
    }

    public Optional<Placement> placement(UUID placementId) {
        return Optional.ofNullable(placements.get(placementId.toString()));
    }

    /** The placement of that id, if it is that person's. */
    public Optional<Placement> placement(UUID placementId, UUID personId) {
        return placement(placementId).filter(found -> found.personId().equals(personId));
    }

    public Optional<Placement> openPlacement(UUID personId) {
        return Optional.ofNullable(open.get(personId.toString())).flatMap(this::placement);
    }

    public Optional<Proposal> proposal(UUID personId) {
        return Optional.ofNullable(proposals.get(personId.toString()));
    }

    OperationPlacements with(Facility facility) {
        return new OperationPlacements(
                facilities.plus(facility.facilityId(), facility), placements, open, proposals);
    }

    OperationPlacements change(String facilityId, UnaryOperator<Facility> change) {
        return with(change.apply(facility(facilityId).orElseThrow()));
    }

    OperationPlacements with(Placement placement) {
        String person = placement.personId().toString();
        return new OperationPlacements(
                facilities,
                placements.plus(placement.placementId().toString(), placement),
                placement.status().isOpen()
                        ? open.plus(person, placement.placementId())
                        : open.minus(person),
                proposals);
    }

    /** Takes the place of an earlier proposal for the person. */
    OperationPlacements with(Proposal proposal) {
        OperationPlacements cleared = withoutProposal(proposal.personId());
        OperationPlacements counted =
                proposal.facilityId() == null
                        ? cleared
                        : cleared.change(proposal.facilityId(), Facility::propose);
        return new OperationPlacements(
                counted.facilities,
                placements,
                open,
                counted.proposals.plus(proposal.personId().toString(), proposal));
    }

    OperationPlacements withoutProposal(UUID personId) {
        Proposal before = proposals.get(personId.toString());
        if (before == null) {
            return this;
        }
        OperationPlacements counted =
                before.facilityId() == null
                        ? this
                        : change(before.facilityId(), Facility::settleProposal);
        return new OperationPlacements(
                counted.facilities, placements, open, proposals.minus(personId.toString()));
    }
}

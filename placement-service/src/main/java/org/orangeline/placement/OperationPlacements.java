package org.orangeline.placement;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.SharedValues;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.duties.CustodyFacts;
import org.orangeline.placement.facilities.CapacityRequest;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.facilities.FacilityRequest;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.proposals.Proposal;
import org.orangeline.placement.safeguards.Safeguards;
import org.orangeline.runtime.ChampMap;
import org.pcollections.PMap;
import org.pcollections.TreePSet;

/**
 * One operation's facilities, placements and proposals.
 *
 * @param facilities by facility id
 * @param capacityRequests waiting for a second person, by change id
 * @param facilityRequests how facilities are to be, waiting for a second person, by change id
 * @param placements every placement, by placement id
 * @param byPerson ids of all placements of a person, oldest first, by person id
 * @param open the open placement of a person, by person id; at most one (rule P2)
 * @param inside ids of the open placements in a facility, by facility id
 * @param coming ids of the open placements with a transfer to a facility, by facility id
 * @param proposals the present proposal for a person, by person id
 * @param convoys by convoy id
 * @param travelling the convoy that a person is planned for or on the way with, by person id
 * @param died who died in a facility, by person id
 * @param custodies what was done for people in custody, on any placement or none, by person id
 */
public record OperationPlacements(
        PMap<String, Facility> facilities,
        PMap<String, CapacityRequest> capacityRequests,
        PMap<String, FacilityRequest> facilityRequests,
        PMap<String, Placement> placements,
        PMap<String, List<String>> byPerson,
        PMap<String, UUID> open,
        PMap<String, TreePSet<String>> inside,
        PMap<String, TreePSet<String>> coming,
        PMap<String, Proposal> proposals,
        PMap<String, Convoy> convoys,
        PMap<String, UUID> travelling,
        TreePSet<String> died,
        PMap<String, CustodyFacts> custodies,
        Safeguards safeguards,
        Flow flow) {

    public static final OperationPlacements EMPTY =
            new OperationPlacements(
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    ChampMap.empty(),
                    TreePSet.empty(),
                    ChampMap.empty(),
                    Safeguards.NONE,
                    Flow.NONE);

    public Optional<Facility> facility(String facilityId) {
        return Optional.ofNullable(facilities.get(facilityId));
    }

    public Optional<CapacityRequest> capacityRequest(UUID changeId) {
        return Optional.ofNullable(capacityRequests.get(changeId.toString()));
    }

    public Optional<FacilityRequest> facilityRequest(UUID changeId) {
        return Optional.ofNullable(facilityRequests.get(changeId.toString()));
    }

    public Optional<Placement> placement(UUID placementId) {
        return placement(placementId.toString());
    }

    private Optional<Placement> placement(String placementId) {
        return Optional.ofNullable(placements.get(placementId));
    }

    /** The placement of that id, if it is that person's. */
    public Optional<Placement> placement(UUID placementId, UUID personId) {
        return placement(placementId).filter(found -> found.personId().equals(personId));
    }

    /** The open placement of one record; {@code Whereabouts} tells where a person is. */
    public Optional<Placement> openPlacement(UUID personId) {
        return Optional.ofNullable(open.get(personId.toString())).flatMap(this::placement);
    }

    /** Every placement that a person ever had, oldest first. */
    public Stream<Placement> placementsOf(String personId) {
        return byPerson.getOrDefault(personId, List.of()).stream()
                .map(this::placement)
                .flatMap(Optional::stream);
    }

    /** When a place last let the holder of a record go; null for never. */
    @Nullable Instant freeSince(UUID personId) {
        return placementsOf(personId.toString())
                .filter(Placement::letGo)
                .map(Placement::since)
                .max(Instant::compareTo)
                .orElse(null);
    }

    /** The open placements in a facility. */
    public Stream<Placement> placementsIn(String facilityId) {
        return inside.getOrDefault(facilityId, TreePSet.empty()).stream()
                .map(this::placement)
                .flatMap(Optional::stream);
    }

    /** The open placements of those who are in a facility, or are to be brought there. */
    public Stream<Placement> placementsBoundFor(String facilityId) {
        return Stream.concat(
                placementsIn(facilityId),
                coming.getOrDefault(facilityId, TreePSet.empty()).stream()
                        .map(this::placement)
                        .flatMap(Optional::stream));
    }

    public Optional<Proposal> proposal(UUID personId) {
        return Optional.ofNullable(proposals.get(personId.toString()));
    }

    public Optional<Convoy> convoy(UUID convoyId) {
        return Optional.ofNullable(convoys.get(convoyId.toString()));
    }

    OperationPlacements with(Facility facility) {
        return copy(draft -> draft.facilities = facilities.plus(facility.facilityId(), facility));
    }

    OperationPlacements change(String facilityId, UnaryOperator<Facility> change) {
        return with(change.apply(facility(facilityId).orElseThrow()));
    }

    /** The same as if the facility were so; everybody's placement is as before. */
    public OperationPlacements withFacility(Facility facility) {
        return with(facility);
    }

    OperationPlacements with(FacilityRequest request) {
        return copy(draft ->
                draft.facilityRequests =
                        facilityRequests.plus(request.changeId().toString(), request));
    }

    OperationPlacements withoutFacilityRequest(UUID changeId) {
        return copy(draft -> draft.facilityRequests = facilityRequests.minus(changeId.toString()));
    }

    /**
     * Requests for the same facility that were made before count no longer, but for those of
     * another layout.
     */
    OperationPlacements withoutFacilityRequests(String facilityId) {
        return copy(draft -> {
            for (FacilityRequest request : facilityRequests.values()) {
                if (request.facilityId().equals(facilityId) && request.layout() == null) {
                    draft.facilityRequests =
                            draft.facilityRequests.minus(request.changeId().toString());
                }
            }
        });
    }

    OperationPlacements with(CapacityRequest request) {
        return copy(draft ->
                draft.capacityRequests =
                        capacityRequests.plus(request.changeId().toString(), request));
    }

    /** Requests for the same places that were made before count no longer. */
    OperationPlacements withoutCapacityRequests(String facilityId, @Nullable String section) {
        return copy(draft -> {
            for (CapacityRequest request : capacityRequests.values()) {
                if (request.facilityId().equals(facilityId)
                        && Objects.equals(request.section(), section)) {
                    draft.capacityRequests =
                            draft.capacityRequests.minus(request.changeId().toString());
                }
            }
        });
    }

    /** As it is with that placement in place of the one of its id. */
    public OperationPlacements with(Placement placement) {
        String person = placement.personId().toString();
        String id = placement.placementId().toString();
        Placement before = placements.get(id);
        return copy(draft -> {
            draft.facilities = Footprint.moved(facilities, before, placement);
            draft.placements = placements.plus(id, placement);
            draft.inside = moved(before, placement);
            draft.coming = coming(before, placement);
            draft.open = opened(placement);
            if (before == null) {
                draft.byPerson =
                        byPerson.plus(
                                person,
                                Stream.concat(
                                                byPerson.getOrDefault(person, List.of()).stream(),
                                                Stream.of(id))
                                        .toList());
            }
        });
    }

    // A notice about an earlier stay says nothing of the present one.
    private PMap<String, UUID> opened(Placement placement) {
        String person = placement.personId().toString();
        if (placement.status().isOpen()) {
            return open.plus(person, placement.placementId());
        }
        return placement.placementId().equals(open.get(person)) ? open.minus(person) : open;
    }

    private PMap<String, TreePSet<String>> moved(@Nullable Placement before, Placement after) {
        String id = after.placementId().toString();
        PMap<String, TreePSet<String>> changed = inside;
        if (before != null) {
            String from = before.facilityId();
            changed = changed.plus(from, changed.getOrDefault(from, TreePSet.empty()).minus(id));
        }
        if (after.status().isOpen()) {
            String to = after.facilityId();
            changed = changed.plus(to, changed.getOrDefault(to, TreePSet.empty()).plus(id));
        }
        return changed;
    }

    private PMap<String, TreePSet<String>> coming(@Nullable Placement before, Placement after) {
        String id = after.placementId().toString();
        PMap<String, TreePSet<String>> changed = coming;
        if (before != null && before.transfer() != null) {
            String to = before.destination().facilityId();
            changed = changed.plus(to, changed.getOrDefault(to, TreePSet.empty()).minus(id));
        }
        if (after.transfer() != null) {
            String to = after.destination().facilityId();
            changed = changed.plus(to, changed.getOrDefault(to, TreePSet.empty()).plus(id));
        }
        return changed;
    }

    /** Takes the place of an earlier proposal for the person. */
    OperationPlacements with(Proposal proposal) {
        OperationPlacements cleared = withoutProposal(proposal.personId());
        OperationPlacements counted =
                proposal.facilityId() == null
                        ? cleared
                        : cleared.change(proposal.facilityId(), Facility::propose);
        return counted.copy(draft ->
                draft.proposals =
                        counted.proposals.plus(SharedValues.text(proposal.personId()), proposal));
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
        return counted.copy(draft -> draft.proposals = proposals.minus(personId.toString()));
    }

    OperationPlacements with(Convoy convoy) {
        return copy(draft -> {
            draft.convoys = convoys.plus(convoy.convoyId().toString(), convoy);
            draft.travelling = travelling(convoy);
        });
    }

    // Who stays behind at the departure, and everybody at the arrival, travels no longer.
    private PMap<String, UUID> travelling(Convoy after) {
        PMap<String, UUID> changed = travelling;
        for (UUID person : convoy(after.convoyId()).map(Convoy::persons).orElse(List.of())) {
            changed = changed.minus(person.toString());
        }
        if (after.status().isOpen()) {
            for (UUID person : after.persons()) {
                changed = changed.plus(SharedValues.text(person), after.convoyId());
            }
        }
        return changed;
    }

    OperationPlacements withDeath(UUID personId) {
        return copy(draft -> draft.died = died.plus(SharedValues.text(personId)));
    }

    OperationPlacements withoutDeath(UUID personId) {
        return copy(draft -> draft.died = died.minus(personId.toString()));
    }

    /** What was done for the holder of a record in any custody, this one or one before. */
    public CustodyFacts custody(UUID personId) {
        return custodies.getOrDefault(personId.toString(), CustodyFacts.NONE);
    }

    OperationPlacements withCustody(UUID personId, UnaryOperator<CustodyFacts> change) {
        return copy(draft ->
                draft.custodies =
                        custodies.plus(
                                SharedValues.text(personId), change.apply(custody(personId))));
    }

    /** The convoy that a person is planned for, or is on the way with. */
    public Optional<Convoy> convoyOf(UUID personId) {
        return Optional.ofNullable(travelling.get(personId.toString())).flatMap(this::convoy);
    }

    /** Whether a person is on the road: what happens to the placement is told at the arrival. */
    public boolean isOnTheWay(UUID personId) {
        return convoyOf(personId)
                .filter(convoy -> convoy.status() == Convoy.Status.ON_THE_WAY)
                // Who was found elsewhere meanwhile is not.
                .filter(convoy ->
                        openPlacement(personId)
                                .filter(placement -> placement.isToTravelTo(convoy.facilityId()))
                                .isPresent())
                .isPresent();
    }

    /** The person of a placement is to be where it says: what two people signed for it is used. */
    OperationPlacements useOverrides(UUID placementId) {
        Placement placement = placement(placementId).orElseThrow();
        return with(
                safeguards.use(
                        placement.personId(), placement.destination().facilityId(), placementId));
    }

    /** The person of a placement is, or is to be, there no longer. */
    OperationPlacements spendOverrides(UUID placementId, String facilityId) {
        Placement placement = placement(placementId).orElseThrow();
        return with(safeguards.spend(placement.personId(), facilityId, placementId));
    }

    OperationPlacements with(Safeguards other) {
        return copy(draft -> draft.safeguards = other);
    }

    /** As if those people were placed nowhere: they leave with somebody else. */
    public OperationPlacements without(Set<UUID> people) {
        return people.isEmpty()
                ? this
                : copy(draft ->
                        people.forEach(one -> draft.open = draft.open.minus(one.toString())));
    }

    OperationPlacements with(Flow other) {
        return copy(draft -> draft.flow = other);
    }

    private OperationPlacements copy(java.util.function.Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        return new OperationPlacements(
                draft.facilities,
                draft.capacityRequests,
                draft.facilityRequests,
                draft.placements,
                draft.byPerson,
                draft.open,
                draft.inside,
                draft.coming,
                draft.proposals,
                draft.convoys,
                draft.travelling,
                draft.died,
                draft.custodies,
                draft.safeguards,
                draft.flow);
    }

    /** A copy that is being changed. */
    private final class Draft {

        private PMap<String, Facility> facilities = OperationPlacements.this.facilities;
        private PMap<String, CapacityRequest> capacityRequests =
                OperationPlacements.this.capacityRequests;
        private PMap<String, FacilityRequest> facilityRequests =
                OperationPlacements.this.facilityRequests;
        private PMap<String, Placement> placements = OperationPlacements.this.placements;
        private PMap<String, List<String>> byPerson = OperationPlacements.this.byPerson;
        private PMap<String, UUID> open = OperationPlacements.this.open;
        private PMap<String, TreePSet<String>> inside = OperationPlacements.this.inside;
        private PMap<String, TreePSet<String>> coming = OperationPlacements.this.coming;
        private PMap<String, Proposal> proposals = OperationPlacements.this.proposals;
        private PMap<String, Convoy> convoys = OperationPlacements.this.convoys;
        private PMap<String, UUID> travelling = OperationPlacements.this.travelling;
        private TreePSet<String> died = OperationPlacements.this.died;
        private PMap<String, CustodyFacts> custodies = OperationPlacements.this.custodies;
        private Safeguards safeguards = OperationPlacements.this.safeguards;
        private Flow flow = OperationPlacements.this.flow;
    }
}

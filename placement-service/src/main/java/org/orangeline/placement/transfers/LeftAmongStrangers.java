package org.orangeline.placement.transfers;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Parted;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.Companion;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Violation;

/**
 * Children who stay among strangers when those who care for them are to go elsewhere (rule P15), by
 * a transfer or with another basis.
 *
 * @param moved placements of those who go
 * @param companions where each of them goes, in the same order
 */
public record LeftAmongStrangers(
        List<Placement> moved,
        List<Companion> companions,
        OperationPlacements state,
        KnownOperation known,
        Context context) {

    private static final String ID = "P15";

    public LeftAmongStrangers {
        moved = List.copyOf(moved);
        companions = List.copyOf(companions);
    }

    /**
     * What refuses it. P6 asks about another facility, and two people may sign for it; within one
     * it does not. A child that is away, or missing, cannot go along: it is asked about.
     */
    public Optional<Violation> refused() {
        return IntStream.range(0, moved.size()).anyMatch(this::leavesWithinTheFacility)
                ? Optional.of(
                        new Violation(
                                ID,
                                "A child would stay among strangers: let it go along, or bring it"
                                        + " to a section for children first."))
                : Optional.empty();
    }

    /** The questions about the children. */
    public Stream<PlacementEvent> questions() {
        return IntStream.range(0, moved.size())
                .boxed()
                .flatMap(this::children)
                .distinct()
                .filter(child -> !child.questioned().contains(ID))
                .map(child -> child.question(List.of(ID)));
    }

    /** Whom the one at that place of the lists leaves. */
    private Stream<Placement> children(int at) {
        OperationPlacements then = state;
        for (int i = 0; i < moved.size(); i++) {
            then = then.with(moved.get(i).in(companions.get(i).place()));
        }
        var parted = new Parted(state, then, known, context.now());
        Set<UUID> going = moved.stream().map(Placement::placementId).collect(Collectors.toSet());
        return known.person(moved.get(at).personId()).stream()
                .flatMap(carer -> parted.leftAmongStrangers(carer, going).stream());
    }

    private boolean leavesWithinTheFacility(int at) {
        String facilityId = moved.get(at).facilityId();
        return companions.get(at).place().facilityId().equals(facilityId)
                && children(at)
                        .anyMatch(child -> isThere(child) && child.facilityId().equals(facilityId));
    }

    private static boolean isThere(Placement child) {
        return child.status() == Placement.Status.PLACED
                && !child.isAway()
                && child.missing() == null;
    }
}

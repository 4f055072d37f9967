package org.orangeline.placement.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
 */
public final class LeftAmongStrangers {

    private static final String ID = "P15";

    private final List<Left> all;

    private LeftAmongStrangers(List<Left> all) {
        this.all = all;
    }

    /**
     * @param within whether who cares for the child stays within the facility
     */
    private record Left(Placement child, boolean within) {}

    /**
     * @param moved placements of those who go
     * @param companions where each of them goes, in the same order
     */
    public static LeftAmongStrangers by(
            List<Placement> moved,
            List<Companion> companions,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        OperationPlacements then = state;
        for (int i = 0; i < moved.size(); i++) {
            then = then.with(moved.get(i).in(companions.get(i).place()));
        }
        var parted = new Parted(state, then, known, context.now());
        Set<UUID> going = moved.stream().map(Placement::placementId).collect(Collectors.toSet());
        List<Left> left = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            Placement carer = moved.get(i);
            String to = companions.get(i).place().facilityId();
            known.person(carer.personId()).stream()
                    .flatMap(person -> parted.leftAmongStrangers(person, going).stream())
                    .map(child -> new Left(child, isWithin(carer, child, to)))
                    .forEach(left::add);
        }
        return new LeftAmongStrangers(List.copyOf(left));
    }

    private static boolean isWithin(Placement carer, Placement child, String to) {
        return carer.facilityId().equals(to) && child.facilityId().equals(to);
    }

    /**
     * What refuses it. P6 asks about another facility, and two people may sign for it; within one
     * it does not. A child that is away, or missing, cannot go along: it is asked about.
     */
    public Optional<Violation> refused() {
        return all.stream().anyMatch(left -> left.within() && isThere(left.child()))
                ? Optional.of(
                        new Violation(
                                ID,
                                "A child would stay among strangers: let it go along, or bring it"
                                        + " to a section for children first."))
                : Optional.empty();
    }

    /** The questions about the children. */
    public Stream<PlacementEvent> questions() {
        return all.stream()
                .map(Left::child)
                .distinct()
                .filter(child -> !child.questioned().contains(ID))
                .map(child -> child.question(List.of(ID)));
    }

    private static boolean isThere(Placement child) {
        return child.status() == Placement.Status.PLACED
                && !child.isAway()
                && child.missing() == null;
    }
}

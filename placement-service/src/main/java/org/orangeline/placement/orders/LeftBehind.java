package org.orangeline.placement.orders;

import java.util.List;
import java.util.stream.Stream;
import org.orangeline.events.model.Basis;
import org.orangeline.events.placement.PersonPlacementEvent;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;

/**
 * P14: when a placement ends or moves, those who are held only to accompany that person have no
 * ground left (P5). Their placements are questioned in the same transaction.
 */
public final class LeftBehind {

    private static final String RULE = "P5";

    private LeftBehind() {}

    public static List<PlacementEvent> after(
            PersonPlacementEvent ended, OperationPlacements state, KnownOperation known) {
        Stream<PlacementEvent> questioned =
                known.person(ended.personId()).stream()
                        .flatMap(known::relatives)
                        .map(PersonFacts::personId)
                        .flatMap(relative -> state.openPlacement(relative).stream())
                        .filter(placement -> placement.basis() == Basis.ACCOMPANYING_FAMILY)
                        .filter(placement -> ended.personId().equals(placement.accompanies()))
                        .filter(placement -> !goesAlong(ended, placement))
                        .filter(placement -> !placement.questioned().contains(RULE))
                        .map(placement ->
                                new PlacementQuestioned(
                                        placement.personId(),
                                        placement.placementId(),
                                        placement.facilityId(),
                                        List.of(RULE),
                                        null));
        return Stream.concat(Stream.of(ended), questioned).toList();
    }

    // Who is to be brought to the same place still accompanies.
    private static boolean goesAlong(PersonPlacementEvent ended, Placement placement) {
        return ended instanceof Transferred moved
                && placement.destination().facilityId().equals(moved.facilityId());
    }
}

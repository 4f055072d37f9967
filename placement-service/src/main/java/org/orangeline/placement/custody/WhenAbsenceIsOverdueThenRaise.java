package org.orangeline.placement.custody;

import java.util.stream.Stream;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Reaction;

/** Who does not come back when expected is missing (rule P17): raised once for each absence. */
public final class WhenAbsenceIsOverdueThenRaise {

    private WhenAbsenceIsOverdueThenRaise() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, String person, OperationPlacements state) {
        return state.placementsOf(person)
                .filter(WhenAbsenceIsOverdueThenRaise::isWatched)
                .map(placement -> raise(operation, placement, placement.absence()));
    }

    /** Whether somebody is away who was to come back at some time and is not missing yet. */
    static boolean isWatched(Placement placement) {
        Absence absence = placement.absence();
        return placement.status() == Placement.Status.PLACED
                && placement.missing() == null
                && absence != null
                && absence.expectedBack() != null;
    }

    private static Reaction<PlacementCommand> raise(
            String operation, Placement placement, Absence absence) {
        return new Reaction<>(
                WhenAbsenceIsOverdueThenRaise.class.getSimpleName(),
                new RaiseAbsence(
                        operation,
                        placement.placementId(),
                        placement.personId(),
                        absence.absenceId()),
                absence.startedBy(),
                // Expected is the last moment at which nobody is missed.
                absence.expectedBack().plusMillis(1));
    }
}

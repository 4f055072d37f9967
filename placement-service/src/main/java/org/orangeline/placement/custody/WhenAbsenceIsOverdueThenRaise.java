package org.orangeline.placement.custody;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.placement.CustodyCommand.RaiseAbsence;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand;
import org.orangeline.placement.orders.Placement;
import org.orangeline.runtime.Reaction;

/** Who does not come back when expected is missing (rule P17): raised once for each absence. */
public final class WhenAbsenceIsOverdueThenRaise {

    /** When somebody is missed of whom nobody said until when they are away. */
    static final Duration UNTOLD = Duration.ofDays(7);

    private WhenAbsenceIsOverdueThenRaise() {}

    public static Stream<Reaction<PlacementCommand>> react(
            String operation, String person, OperationPlacements state) {
        return state.placementsOf(person)
                .flatMap(placement ->
                        expectedBack(placement).stream()
                                .map(back -> raise(operation, placement, back)));
    }

    /** Until when somebody is not missed who is away; empty for who is here, or is missing. */
    static Optional<Expected> expectedBack(Placement placement) {
        Absence absence = placement.absence();
        boolean watched =
                placement.status() == Placement.Status.PLACED && placement.missing() == null;
        return !watched || absence == null
                ? Optional.empty()
                : Optional.of(
                        new Expected(
                                absence.absenceId(),
                                absence.expectedBack() == null
                                        ? absence.since().plus(UNTOLD)
                                        : absence.expectedBack(),
                                absence.startedBy()));
    }

    /**
     * Somebody who is to come back.
     *
     * @param startedBy id of the event that began the absence
     */
    record Expected(UUID absenceId, Instant at, String startedBy) {}

    private static Reaction<PlacementCommand> raise(
            String operation, Placement placement, Expected back) {
        return new Reaction<>(
                WhenAbsenceIsOverdueThenRaise.class.getSimpleName(),
                new RaiseAbsence(
                        operation, placement.placementId(), placement.personId(), back.absenceId()),
                back.startedBy(),
                // Expected is the last moment at which nobody is missed.
                back.at().plusMillis(1));
    }
}

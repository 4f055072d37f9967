package org.orangeline.placement.orders;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** What every decision about a placement by a human asks first. */
public final class OnPlacement {

    /** Why a placement cannot be changed while its person is on the road. */
    public static final String ON_THE_WAY =
            "The person is on the way with a convoy; its arrival says what became of it.";

    /** P17: what is decided about somebody, is decided about somebody who is there. */
    public static final Refusal MISSING =
            Refusal.rule(
                    "P17",
                    "Nobody knows where the person is: record first that the person was found,"
                            + " escaped or died.");

    /** P17: who an authority took away, by the register of arrivals, is not there. */
    public static final Refusal TAKEN =
            Refusal.rule(
                    "P17",
                    "An authority took the person away, by the register of arrivals: record there that"
                            + " the person is back, or withdraw the departure (P18).");

    private OnPlacement() {}

    /** Decides about somebody of whom it is known where the person is (rule P17). */
    public static Decision<PlacementEvent> notMissing(
            Placement placement, Supplier<Decision<PlacementEvent>> decide) {
        return placement.missing() == null ? decide.get() : Decision.refuse(MISSING);
    }

    /** Decides about an order of somebody who is not inside, nor on the road. */
    public static Decision<PlacementEvent> ordered(
            UUID placementId,
            UUID personId,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        return any(
                placementId,
                personId,
                state,
                context,
                placement -> {
                    if (state.isOnTheWay(placement.personId())) {
                        return Decision.refuse(Refusal.conflict(ON_THE_WAY));
                    }
                    return placement.status() == Placement.Status.ORDERED
                            ? decide.apply(placement)
                            : conflict(
                                    "Only an open order can be admitted or cancelled", placement);
                });
    }

    /** Decides about a person who is in the facility. */
    public static Decision<PlacementEvent> placed(
            UUID placementId,
            UUID personId,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        return any(
                placementId,
                personId,
                state,
                context,
                placement ->
                        placement.status() == Placement.Status.PLACED
                                ? decide.apply(placement)
                                : conflict("The person is not in the facility", placement));
    }

    /** Why somebody cannot leave by a human's decision; empty when the person is inside. */
    static Optional<Refusal> notInside(
            Party.Named named, OperationPlacements state, Context context) {
        if (!context.actor().isHuman()) {
            return Optional.of(HumansOnly.refusal());
        }
        Optional<Placement> found = state.placement(named.placementId(), named.personId());
        if (found.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such placement."));
        }
        if (found.get().status() != Placement.Status.PLACED) {
            return Optional.of(
                    Refusal.conflict(
                            "The person is not in the facility; this placement is "
                                    + found.get().status()
                                    + "."));
        }
        return found.get().missing() == null ? Optional.empty() : Optional.of(MISSING);
    }

    /** Decides about a person who is in the facility, and not on the road to another one. */
    public static Decision<PlacementEvent> here(
            UUID placementId,
            UUID personId,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        return placed(
                placementId,
                personId,
                state,
                context,
                placement ->
                        state.isOnTheWay(placement.personId())
                                ? Decision.refuse(Refusal.conflict(ON_THE_WAY))
                                : decide.apply(placement));
    }

    /** Decides about a placement that takes up a place, on whatever basis. */
    public static Decision<PlacementEvent> open(
            UUID placementId,
            UUID personId,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        return any(
                placementId,
                personId,
                state,
                context,
                placement ->
                        placement.status().isOpen()
                                ? decide.apply(placement)
                                : conflict("The placement has ended", placement));
    }

    /**
     * Decides about a person who may not leave, or did not when it happened.
     *
     * @param at when it happened, as told; null for now
     */
    public static Decision<PlacementEvent> held(
            UUID placementId,
            UUID personId,
            @Nullable Instant at,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        return any(
                placementId,
                personId,
                state,
                context,
                placement ->
                        placement.held() && isOpenAt(placement, at)
                                ? decide.apply(placement)
                                : Decision.refuse(
                                        Refusal.conflict(
                                                "The person is not held on this placement.")));
    }

    /** Whether it is open, or was when that happened. */
    public static boolean isOpenAt(Placement placement, @Nullable Instant at) {
        boolean before =
                at != null
                        && placement.status() == Placement.Status.ENDED
                        && !at.isAfter(placement.happenedAt());
        return placement.status().isOpen() || before;
    }

    /** Decides about a placement that exists, however it stands. */
    public static Decision<PlacementEvent> any(
            UUID placementId,
            UUID personId,
            OperationPlacements state,
            Context context,
            Function<Placement, Decision<PlacementEvent>> decide) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Placement> found = state.placement(placementId, personId);
        return found.isEmpty()
                ? Decision.refuse(Refusal.notFound("There is no such placement."))
                : decide.apply(found.get());
    }

    private static Decision<PlacementEvent> conflict(String why, Placement placement) {
        return Decision.refuse(
                Refusal.conflict(why + "; this placement is " + placement.status() + "."));
    }
}

package org.orangeline.placement.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.TransferCancelled;
import org.orangeline.events.placement.TransferOrdered;
import org.orangeline.events.placement.Transferred;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.TransferCommand;
import org.orangeline.placement.TransferCommand.ArriveFromTransfer;
import org.orangeline.placement.TransferCommand.CancelTransfer;
import org.orangeline.placement.TransferCommand.OrderTransfer;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.duties.ToBeFree;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.LeftBehind;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.OrderDecider;
import org.orangeline.placement.orders.Parted;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Place;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.Companion;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.placement.rules.RoomFor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * Transfers: ordered with a place reserved there while the one here is kept, then arrived or
 * cancelled. The rules are those of an order, and are looked at again at the door.
 */
public final class TransferDecider {

    private TransferDecider() {}

    public static Decision<PlacementEvent> decide(
            TransferCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return switch (command) {
            case OrderTransfer order -> order(order, state, known, context);
            case CancelTransfer cancel ->
                    OnPlacement.any(
                            cancel.placementId(),
                            cancel.personId(),
                            state,
                            context,
                            placement -> cancelled(placement, cancel, state, known, context));
            case ArriveFromTransfer arrive ->
                    OnPlacement.placed(
                            arrive.placementId(),
                            arrive.personId(),
                            state,
                            context,
                            placement -> arrived(placement, arrive, state, known, context));
        };
    }

    private static Decision<PlacementEvent> order(
            OrderTransfer command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Facility> to = state.facility(command.facilityId());
        if (to.isEmpty()
                || (command.section() != null && to.get().section(command.section()).isEmpty())) {
            return Decision.refuse(Refusal.notFound("There is no such facility or section."));
        }
        List<Placement> moved = new ArrayList<>();
        for (Party.Named move : command.moves()) {
            Optional<Placement> found = state.placement(move.placementId(), move.personId());
            if (found.isEmpty()) {
                return Decision.refuse(Refusal.notFound("There is no such placement."));
            }
            if (found.get().missing() != null) {
                return Decision.refuse(OnPlacement.MISSING);
            }
            if (Party.isTaken(move.personId(), state, known)) {
                return Decision.refuse(OnPlacement.TAKEN);
            }
            Optional<String> unfit = unfit(found.get());
            if (unfit.isPresent()) {
                return Decision.refuse(Refusal.conflict(unfit.get()));
            }
            if (isHeldAgain(found.get(), to.get(), state, known)) {
                return Decision.refuse(ToBeFree.NOT_HELD);
            }
            moved.add(found.get());
        }
        if (moved.stream().distinct().count() < moved.size()) {
            return Decision.refuse(Refusal.conflict("A placement is named twice."));
        }
        List<Companion> companions =
                moved.stream()
                        .map(placement ->
                                new Companion(
                                        placement.personId(),
                                        place(command, placement, to.get(), state, known, context),
                                        placement.basis()))
                        .toList();
        return order(command, moved, companions, state, known, context);
    }

    private static Decision<PlacementEvent> order(
            OrderTransfer command,
            List<Placement> moved,
            List<Companion> companions,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<Violation> violations = new ArrayList<>();
        List<PlacementEvent> events = new ArrayList<>();
        for (int i = 0; i < moved.size(); i++) {
            Placement placement = moved.get(i);
            Companion self = companions.get(i);
            if (self.place().equals(placement.place())) {
                return Decision.refuse(Refusal.conflict("The person is there already."));
            }
            PlacementCase.at(
                            placement,
                            self.place(),
                            companions.stream().filter(other -> other != self).toList(),
                            state,
                            known,
                            context.now())
                    .ifPresent(moving -> {
                        violations.addAll(PlacementRules.ofTransfer(moving));
                        violations.addAll(PlacementRules.ofOneHuman(moving, context.actor()));
                    });
            events.add(ordered(placement, self.place(), command.reason(), context));
        }
        var left = LeftAmongStrangers.by(moved, companions, state, known, context);
        left.refused().ifPresent(violations::add);
        if (!violations.isEmpty()) {
            return Decision.refuse(Refusal.rules(violations.stream().distinct().toList()));
        }
        if (!OrderDecider.fits(companions.stream().map(Companion::place).toList(), state)) {
            return Decision.refuse(OrderDecider.noPlace());
        }
        left.questions().forEach(events::add);
        return Decision.accept(events);
    }

    // P19: whom a review set free is not moved to where people may not leave.
    private static boolean isHeldAgain(
            Placement placement, Facility to, OperationPlacements state, KnownOperation known) {
        return !placement.held()
                && to.holds(placement.basis())
                && known.person(placement.personId())
                        .filter(person ->
                                ToBeFree.isDecided(
                                        person,
                                        placement.basis(),
                                        placement.accompanies(),
                                        state,
                                        known))
                        .isPresent();
    }

    /** Why a placement cannot be transferred; empty when it can. */
    public static Optional<String> unfit(Placement placement) {
        if (placement.status() != Placement.Status.PLACED) {
            return Optional.of("Only who is in a facility can be transferred; order anew.");
        }
        if (placement.transfer() != null) {
            return Optional.of("A transfer is ordered already; cancel it first.");
        }
        return placement.absence() != null
                ? Optional.of("The person is away; record the return first.")
                : Optional.empty();
    }

    private static Place place(
            OrderTransfer command,
            Placement placement,
            Facility to,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return command.section() != null
                ? new Place(to.facilityId(), command.section())
                : known.person(placement.personId())
                        .map(person ->
                                RoomFor.in(to, person, List.of(), state, known, context.today()))
                        .orElseGet(() -> new Place(to.facilityId(), null));
    }

    public static TransferOrdered ordered(
            Placement placement, Place to, FreeText reason, Context context) {
        return new TransferOrdered(
                placement.personId(),
                placement.placementId(),
                context.newId("transfer " + placement.placementId()),
                placement.facilityId(),
                to.facilityId(),
                to.section(),
                Confidential.of(reason.text()));
    }

    private static Decision<PlacementEvent> cancelled(
            Placement placement,
            CancelTransfer command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Transfer transfer = placement.transfer();
        if (transfer == null) {
            return Decision.refuse(Refusal.conflict("No transfer is ordered."));
        }
        if (state.isOnTheWay(placement.personId())) {
            return Decision.refuse(Refusal.conflict(OnPlacement.ON_THE_WAY));
        }
        if (placement.missing() != null) {
            return Decision.refuse(OnPlacement.MISSING);
        }
        return Decision.accept(
                Parted.by(
                        new TransferCancelled(
                                placement.personId(),
                                placement.placementId(),
                                transfer.transferId(),
                                transfer.to().facilityId(),
                                Confidential.of(command.reason().text())),
                        placement.staying(),
                        state,
                        known,
                        context.now()));
    }

    private static Decision<PlacementEvent> arrived(
            Placement placement,
            ArriveFromTransfer command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Transfer transfer = placement.transfer();
        if (transfer == null) {
            return Decision.refuse(Refusal.conflict("No transfer is ordered."));
        }
        if (state.isOnTheWay(placement.personId())) {
            return Decision.refuse(Refusal.conflict(OnPlacement.ON_THE_WAY));
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the arrival",
                        command.at(),
                        transfer.orderedAt(),
                        "when the transfer was ordered",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        List<Violation> broken = broken(placement, transfer, state, known, context);
        return broken.isEmpty() || command.insideAlready()
                ? Decision.accept(
                        arrival(placement, transfer, command.at(), broken, state, known, context))
                : Decision.refuse(Refusal.rules(broken));
    }

    /** What the person's placement breaks in the place of the transfer. */
    public static List<Violation> broken(
            Placement placement,
            Transfer transfer,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return PlacementCase.at(placement, transfer.to(), List.of(), state, known, context.now())
                .map(PlacementRules::atTheDoor)
                .orElse(List.of());
    }

    /**
     * The arrival, with the question that it raises, and what it means for who is left behind.
     *
     * @param at when, as told; null for now
     */
    public static List<PlacementEvent> arrival(
            Placement placement,
            Transfer transfer,
            @Nullable Instant at,
            List<Violation> broken,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<PlacementEvent> events =
                new ArrayList<>(
                        LeftBehind.after(
                                new Transferred(
                                        placement.personId(),
                                        placement.placementId(),
                                        transfer.transferId(),
                                        placement.facilityId(),
                                        transfer.to().facilityId(),
                                        transfer.to().section(),
                                        at),
                                state,
                                known,
                                context.today()));
        if (!broken.isEmpty()) {
            events.add(
                    placement.question(
                            transfer.to().facilityId(),
                            broken.stream().map(Violation::rule).toList()));
        }
        return events;
    }
}

package org.orangeline.placement.convoys;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.ConvoyArrived;
import org.orangeline.events.placement.ConvoyCancelled;
import org.orangeline.events.placement.ConvoyDeparted;
import org.orangeline.events.placement.ConvoyPlanned;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.ConvoyCommand;
import org.orangeline.placement.ConvoyCommand.CancelConvoy;
import org.orangeline.placement.ConvoyCommand.DepartConvoy;
import org.orangeline.placement.ConvoyCommand.PlanConvoy;
import org.orangeline.placement.ConvoyCommand.ReceiveConvoy;
import org.orangeline.placement.CustodyCommand.RecordFoundInside;
import org.orangeline.placement.FreeText;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.custody.FoundInsideDecider;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.AdmissionDecider;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.transfers.TransferDecider;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Convoys. Who sends it off signs for those on board, who receives it for those who arrive; both
 * are named humans and not the same one. Who arrives is inside and is recorded, whatever a rule
 * says, and questioned with it.
 */
public final class ConvoyDecider {

    private ConvoyDecider() {}

    public static Decision<PlacementEvent> decide(
            ConvoyCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        return switch (command) {
            case PlanConvoy plan -> plan(plan, new Whereabouts(state, known), context.actor());
            case DepartConvoy depart -> depart(depart, state, known, context);
            case CancelConvoy cancel -> cancel(cancel, state);
            case ReceiveConvoy receive -> receive(receive, state, known, context);
        };
    }

    private static Decision<PlacementEvent> plan(
            PlanConvoy command, Whereabouts where, Actor actor) {
        OperationPlacements state = where.state();
        if (state.convoy(command.convoyId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This convoy is planned already."));
        }
        if (state.facility(command.facilityId()).isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such facility."));
        }
        List<UUID> people = asPlaced(command.personIds(), command.facilityId(), where);
        if (people.stream().anyMatch(person -> state.convoyOf(person).isPresent())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Somebody is planned for another convoy that has not arrived."));
        }
        boolean allOrdered =
                people.stream().distinct().count() == people.size()
                        && people.stream()
                                .allMatch(
                                        person -> isToTravel(person, command.facilityId(), state));
        if (!allOrdered) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Everybody in a convoy needs an order for, or a transfer to, its"
                                    + " facility."));
        }
        return KeptApartOnBoard.refusal(people, command.facilityId(), actor, where)
                .<Decision<PlacementEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                new ConvoyPlanned(
                                        command.convoyId(), command.facilityId(), people)));
    }

    private static Decision<PlacementEvent> depart(
            DepartConvoy command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Convoy> found = state.convoy(command.convoyId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such convoy."));
        }
        Convoy convoy = found.get();
        if (convoy.status() != Convoy.Status.PLANNED) {
            return Decision.refuse(notPlanned(convoy));
        }
        List<UUID> aboard =
                asPlaced(command.personIds(), convoy.facilityId(), new Whereabouts(state, known));
        if (!convoy.persons().containsAll(aboard)) {
            return Decision.refuse(
                    Refusal.conflict("Only who is planned can be on board; plan another convoy."));
        }
        if (!aboard.stream().allMatch(person -> isToTravel(person, convoy.facilityId(), state))) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Somebody's order was cancelled meanwhile; leave that person"
                                    + " behind."));
        }
        var where = new Whereabouts(state, known);
        Optional<Refusal> refusal =
                KeptApartOnBoard.refusal(aboard, convoy.facilityId(), context.actor(), where)
                        .or(() ->
                                RulesOnBoard.refusal(
                                        aboard, convoy.facilityId(), where, context.now()))
                        .or(() -> implausible(command, aboard, convoy, state, context));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        var families =
                new FamiliesOnBoard(
                        convoy.facilityId(), Set.copyOf(aboard), state, known, context.today());
        return families.splitsFamily()
                ? Decision.refuse(
                        Refusal.rule(
                                FamiliesOnBoard.ID,
                                "The convoy would part a child from those who care for it and are to"
                                        + " go there too: take them along, leave the child with"
                                        + " them, or have an override for who travels and this"
                                        + " facility signed by two people."))
                : Decision.accept(
                        new ConvoyDeparted(
                                convoy.convoyId(),
                                convoy.facilityId(),
                                aboard,
                                command.escort(),
                                command.departedAt()));
    }

    /** Only a plan can be cancelled: who is on the road arrives, or is missing. */
    private static Decision<PlacementEvent> cancel(
            CancelConvoy command, OperationPlacements state) {
        Optional<Convoy> found = state.convoy(command.convoyId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such convoy."));
        }
        Convoy convoy = found.get();
        return convoy.status() == Convoy.Status.PLANNED
                ? Decision.accept(
                        new ConvoyCancelled(
                                convoy.convoyId(),
                                convoy.facilityId(),
                                Confidential.of(command.reason().text())))
                : Decision.refuse(notPlanned(convoy));
    }

    private static Refusal notPlanned(Convoy convoy) {
        return Refusal.conflict(
                convoy.status() == Convoy.Status.CANCELLED
                        ? "The convoy was cancelled."
                        : "The convoy has left already.");
    }

    /** A merge changes no placement: people travel by the record under which they are placed. */
    private static List<UUID> asPlaced(List<UUID> people, String facilityId, Whereabouts where) {
        return people.stream()
                .map(person ->
                        where.open(person)
                                .filter(placement -> placement.isToTravelTo(facilityId))
                                .map(Placement::personId)
                                .findFirst()
                                .orElse(person))
                .toList();
    }

    private static Optional<Refusal> implausible(
            DepartConvoy command,
            List<UUID> aboard,
            Convoy convoy,
            OperationPlacements state,
            Context context) {
        Instant ordered =
                aboard.stream()
                        .flatMap(person -> state.openPlacement(person).stream())
                        .map(ConvoyDecider::orderedAt)
                        .max(Instant::compareTo)
                        .orElse(Instant.MIN);
        return ordered.equals(Instant.MIN)
                ? Optional.empty()
                : Plausible.between(
                        "departedAt, the departure,",
                        command.departedAt(),
                        ordered,
                        "when the last of those on board was ordered to " + convoy.facilityId(),
                        context.now());
    }

    private static Instant orderedAt(Placement placement) {
        return placement.transfer() == null
                ? placement.orderedAt()
                : placement.transfer().orderedAt();
    }

    private static Decision<PlacementEvent> receive(
            ReceiveConvoy command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Convoy> found = state.convoy(command.convoyId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such convoy."));
        }
        Convoy convoy = found.get();
        if (convoy.status() != Convoy.Status.ON_THE_WAY) {
            return Decision.refuse(Refusal.conflict("The convoy is not on the way."));
        }
        if (context.actor().mayBe(convoy.sentBy())) {
            return Decision.refuse(
                    Refusal.conflict("Who sent the convoy off cannot sign for its arrival."));
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the arrival",
                        command.at(),
                        Objects.requireNonNullElse(convoy.departedAt(), convoy.since()),
                        "when the convoy left",
                        context.now());
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        List<UUID> absent =
                asPlaced(command.missing(), convoy.facilityId(), new Whereabouts(state, known));
        if (!convoy.persons().containsAll(absent)) {
            return Decision.refuse(Refusal.conflict("Only who was on board can be missing."));
        }
        Set<UUID> missing = new HashSet<>(absent);
        List<UUID> arrived =
                convoy.persons().stream()
                        .filter(person -> !missing.contains(person))
                        // Who died or was released on the way arrives nowhere.
                        .filter(person -> isToTravel(person, convoy.facilityId(), state))
                        .toList();
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new ConvoyArrived(
                        convoy.convoyId(),
                        convoy.facilityId(),
                        arrived,
                        absent,
                        command.escort(),
                        command.at()));
        for (UUID person : convoy.persons()) {
            state.openPlacement(person)
                    .filter(placement -> isToTravel(person, convoy.facilityId(), state))
                    .ifPresent(placement ->
                            events.addAll(
                                    missing.contains(person)
                                            ? List.of(didNotArrive(placement, convoy))
                                            : arrival(
                                                    placement,
                                                    command.at(),
                                                    state,
                                                    known,
                                                    context)));
        }
        events.addAll(
                new FamiliesOnBoard(
                                convoy.facilityId(),
                                Set.copyOf(arrived),
                                state,
                                known,
                                context.today())
                        .questioned(missing));
        if (command.unlisted().isEmpty()) {
            return Decision.accept(events);
        }
        return switch (unlisted(command, convoy, state, known, context)) {
            case Decision.Accepted<PlacementEvent> others ->
                    Decision.accept(
                            Stream.concat(events.stream(), others.events().stream()).toList());
            case Decision.Refused<PlacementEvent> refused -> refused;
        };
    }

    // P16: who came is inside, on whatever list.
    private static Decision<PlacementEvent> unlisted(
            ReceiveConvoy command,
            Convoy convoy,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (convoy.persons().stream()
                .anyMatch(person ->
                        command.unlisted().stream()
                                .anyMatch(other -> known.merges().isSame(person, other)))) {
            return Decision.refuse(
                    Refusal.conflict("Somebody named as unlisted is on the convoy's list."));
        }
        return FoundInsideDecider.unlisted(
                command.unlisted().stream()
                        .map(person ->
                                new RecordFoundInside(
                                        command.operation(),
                                        person,
                                        convoy.facilityId(),
                                        null,
                                        null,
                                        null,
                                        command.at(),
                                        null,
                                        convoy.convoyId(),
                                        new FreeText("came with a convoy, not on its list")))
                        .toList(),
                state,
                known,
                context);
    }

    private static DidNotArrive didNotArrive(Placement placement, Convoy convoy) {
        return new DidNotArrive(
                placement.personId(),
                placement.placementId(),
                convoy.facilityId(),
                convoy.convoyId());
    }

    private static List<PlacementEvent> arrival(
            Placement placement,
            @Nullable Instant at,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        var transfer = placement.transfer();
        return transfer == null
                ? AdmissionDecider.inside(placement, at, state, known, context)
                : TransferDecider.arrival(
                        placement,
                        transfer,
                        at,
                        TransferDecider.broken(placement, transfer, state, known, context),
                        state,
                        known,
                        context);
    }

    private static boolean isToTravel(UUID person, String facilityId, OperationPlacements state) {
        return state.openPlacement(person)
                .filter(placement -> placement.isToTravelTo(facilityId))
                .isPresent();
    }
}

package org.orangeline.placement.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.WithdrawalCause;
import org.orangeline.events.placement.DidNotArrive;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ProposalWithdrawn;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.Withdrawals;
import org.orangeline.placement.convoys.Convoy;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Parted;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Undo;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.orders.Withdrawal;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/** P18: a fact that was recorded wrongly is taken back by two humans, with a reason. */
final class WithdrawalDecider {

    static final String ID = "P18";

    /** What a fact can break of the person's own, and what the end of a stay breaks of others. */
    private static final Set<String> OF_THE_PERSON =
            Set.of("P1", "P2", "P3", "P4", "P5", "P7", "P8", "P13", "P15");

    private static final Set<String> OF_RELATIVES = Set.of("P5", "P6", "P15");

    private WithdrawalDecider() {}

    static Decision<PlacementEvent> request(
            RequestWithdrawal command, OperationPlacements state, Context context) {
        return OnPlacement.any(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement -> requested(placement, command, context));
    }

    private static Decision<PlacementEvent> requested(
            Placement placement, RequestWithdrawal command, Context context) {
        Undo undo = placement.undo();
        if (undo == null) {
            return Decision.refuse(
                    Refusal.conflict(
                            "What was recorded last of this placement cannot be withdrawn."));
        }
        if (!undo.fact().equals(command.fact())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The last fact of this placement is "
                                    + undo.fact()
                                    + "; only that can be withdrawn."));
        }
        if (placement.withdrawal() != null) {
            return Decision.refuse(
                    Refusal.conflict(
                            "A withdrawal of this fact already waits for a second human."));
        }
        return Decision.accept(
                new WithdrawalRequested(
                        placement.personId(),
                        placement.placementId(),
                        placement.facilityId(),
                        context.newId("withdrawal"),
                        undo.factId(),
                        undo.fact(),
                        Confidential.of(command.reason().text())));
    }

    static Decision<PlacementEvent> confirm(
            ConfirmWithdrawal command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return OnPlacement.any(
                command.placementId(),
                command.personId(),
                state,
                context,
                placement -> confirmed(placement, command, state, known, context));
    }

    private static Decision<PlacementEvent> confirmed(
            Placement placement,
            ConfirmWithdrawal command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Withdrawal asked = placement.withdrawal();
        Undo undo = placement.undo();
        if (undo == null || asked == null || !asked.withdrawalId().equals(command.withdrawalId())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "No such withdrawal waits: it was confirmed, or something was recorded"
                                    + " since."));
        }
        if (context.actor().mayBe(asked.requestedBy())) {
            return Decision.refuse(
                    Refusal.rule(
                            ID,
                            "A withdrawal is confirmed by another human than who asked for it."));
        }
        if (undo.isBirth() && state.isOnTheWay(placement.personId())) {
            return Decision.refuse(Refusal.conflict(OnPlacement.ON_THE_WAY));
        }
        if (undo.isBeginning() && GoneOnElsewhere.isShownBy(placement, state, known)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The end of an earlier stay was withdrawn because the person was found"
                                    + " here: transfer the person to where they are."));
        }
        if (undo.isBirth() && isMerged(placement, known)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The child's record is merged with another one: undo the merge first."));
        }
        OperationPlacements restored =
                Withdrawals.restored(placement, state, new Started(undo.factId(), context.now()));
        Placement again = restored.placement(placement.placementId()).orElseThrow();
        boolean elsewhere = again.status().isOpen() && hasStayedElsewhere(placement, state, known);
        if (elsewhere && GoneOnElsewhere.isWithdrawable(placement, undo, state, known)) {
            return Decision.accept(
                    GoneOnElsewhere.withdrawn(placement, undo, asked, state, known, context));
        }
        if (elsewhere) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The person has been placed elsewhere since. Cancel an open order first"
                                    + " (P2); once the person has stayed elsewhere, this fact cannot"
                                    + " be withdrawn any more."));
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(withdrawn(placement, again, undo, asked, null));
        lostOnTheRoad(placement, again, state).ifPresent(events::add);
        if (undo.isBirth()) {
            state.proposal(placement.personId())
                    .map(one ->
                            new ProposalWithdrawn(
                                    one.personId(), one.proposalId(), WithdrawalCause.NOT_HERE))
                    .ifPresent(events::add);
        }
        questioned(again, restored, known, context).ifPresent(events::add);
        keptAgain(again, OF_THE_PERSON, restored, known, context).ifPresent(events::add);
        events.addAll(
                settled(
                        placement,
                        restored,
                        undo.isBirth()
                                ? known.withoutPerson(placement.personId(), context.now())
                                : known,
                        context));
        if (!undo.isBirth()) {
            var parted = new Parted(state, restored, known, context.now());
            known.person(placement.personId()).stream()
                    .flatMap(person ->
                            Stream.concat(parted.ofRelatives(person), parted.ofKeptApart(person)))
                    .distinct()
                    .forEach(events::add);
        }
        return Decision.accept(events);
    }

    // P17: the convoy came meanwhile without the person, who is nowhere.
    private static Optional<PlacementEvent> lostOnTheRoad(
            Placement placement, Placement again, OperationPlacements state) {
        return again.status().isOpen() && again.missing() == null
                ? state.convoys().values().stream()
                        .filter(convoy -> convoy.status() == Convoy.Status.ARRIVED)
                        .filter(convoy -> convoy.persons().contains(placement.personId()))
                        .filter(convoy -> again.isToTravelTo(convoy.facilityId()))
                        .filter(convoy -> convoy.since().isAfter(placement.since()))
                        .<PlacementEvent>map(convoy ->
                                new DidNotArrive(
                                        placement.personId(),
                                        placement.placementId(),
                                        convoy.facilityId(),
                                        convoy.convoyId()))
                        .findFirst()
                : Optional.empty();
    }

    // Of a merged record nobody can say that there is no such person.
    private static boolean isMerged(Placement placement, KnownOperation known) {
        return known.merges().same(placement.personId()).size() > 1;
    }

    private static boolean hasStayedElsewhere(
            Placement placement, OperationPlacements state, KnownOperation known) {
        return known.merges().same(placement.personId()).stream()
                .flatMap(record -> state.placementsOf(record.toString()))
                .filter(other -> !other.placementId().equals(placement.placementId()))
                .anyMatch(other ->
                        other.status().isOpen()
                                || (other.status() == Placement.Status.ENDED
                                        && other.since().isAfter(placement.since())));
    }

    static FactWithdrawn withdrawn(
            Placement placement,
            Placement again,
            Undo undo,
            Withdrawal asked,
            @Nullable UUID goesOnIn) {
        FactWithdrawn.Standing standing =
                switch (again.status()) {
                    case ORDERED -> FactWithdrawn.Standing.ORDERED;
                    case PLACED -> FactWithdrawn.Standing.INSIDE;
                    case CANCELLED, ENDED, WITHDRAWN -> FactWithdrawn.Standing.OUTSIDE;
                };
        return new FactWithdrawn(
                placement.personId(),
                placement.placementId(),
                again.facilityId(),
                asked.withdrawalId(),
                undo.factId(),
                undo.fact(),
                standing,
                again.status().isOpen() ? again.basis() : null,
                asked.requestedBy(),
                goesOnIn);
    }

    /** The person is there whatever a rule says: what is broken is questioned with it (P14). */
    private static Optional<PlacementEvent> questioned(
            Placement again, OperationPlacements restored, KnownOperation known, Context context) {
        if (!again.status().isOpen()) {
            return Optional.empty();
        }
        List<String> open = again.questioned(known.merges()::stands);
        List<String> rules =
                broken(again, restored, known, context).stream()
                        .filter(rule -> !open.contains(rule))
                        .toList();
        return rules.isEmpty() ? Optional.empty() : Optional.of(again.question(rules));
    }

    /** What the fact put in question for the person's relatives, and is kept again. */
    private static List<PlacementEvent> settled(
            Placement placement,
            OperationPlacements restored,
            KnownOperation known,
            Context context) {
        var where = new Whereabouts(restored, known);
        return known.person(placement.personId()).stream()
                .flatMap(known::relatives)
                .map(PersonFacts::personId)
                .flatMap(where::open)
                .distinct()
                .flatMap(relative ->
                        keptAgain(relative, OF_RELATIVES, restored, known, context).stream())
                .toList();
    }

    private static Optional<PlacementEvent> keptAgain(
            Placement standing,
            Set<String> closed,
            OperationPlacements restored,
            KnownOperation known,
            Context context) {
        if (!standing.status().isOpen()) {
            return Optional.empty();
        }
        List<String> broken = broken(standing, restored, known, context);
        List<String> kept =
                standing.questioned().stream()
                        .filter(closed::contains)
                        .filter(rule -> !broken.contains(rule))
                        .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RuleKeptAgain(
                                standing.personId(),
                                standing.placementId(),
                                standing.facilityId(),
                                kept));
    }

    static List<String> broken(
            Placement standing,
            OperationPlacements restored,
            KnownOperation known,
            Context context) {
        boolean full =
                restored.facility(standing.facilityId())
                        .filter(facility -> facility.isOver(standing.place().section()))
                        .isPresent();
        return Stream.concat(
                        PlacementCase.of(standing, restored, known, context.now())
                                .map(PlacementRules::atTheDoor)
                                .orElse(List.of())
                                .stream()
                                .map(Violation::rule),
                        full ? Stream.of("P1") : Stream.empty())
                .distinct()
                .toList();
    }
}

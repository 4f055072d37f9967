package org.orangeline.placement.custody;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.events.placement.WithdrawalRequested;
import org.orangeline.placement.CustodyCommand.ConfirmWithdrawal;
import org.orangeline.placement.CustodyCommand.RequestWithdrawal;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.Withdrawals;
import org.orangeline.placement.duties.Started;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.OnPlacement;
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
                    Refusal.conflict("Its withdrawal waits for a second human already."));
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
        OperationPlacements restored =
                Withdrawals.restored(placement, state, new Started(undo.factId(), context.now()));
        Placement again = restored.placement(placement.placementId()).orElseThrow();
        boolean elsewhere =
                again.status().isOpen()
                        && new Whereabouts(state, known)
                                .open(placement.personId())
                                .anyMatch(open ->
                                        !open.placementId().equals(placement.placementId()));
        if (elsewhere) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The person is placed elsewhere since; that placement has to be"
                                    + " cancelled or ended first (P2)."));
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(withdrawn(placement, again, undo, asked));
        questioned(again, restored, known, context).ifPresent(events::add);
        events.addAll(settled(placement, restored, known, context));
        return Decision.accept(events);
    }

    private static FactWithdrawn withdrawn(
            Placement placement, Placement again, Undo undo, Withdrawal asked) {
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
                asked.requestedBy());
    }

    /** The person is there whatever a rule says: what is broken is questioned with it (P14). */
    private static Optional<PlacementEvent> questioned(
            Placement again, OperationPlacements restored, KnownOperation known, Context context) {
        if (!again.status().isOpen()) {
            return Optional.empty();
        }
        boolean full =
                restored.facility(again.facilityId())
                        .filter(facility -> facility.isOver(again.place().section()))
                        .isPresent();
        List<String> open = again.questioned(known.merges()::stands);
        List<String> rules =
                Stream.concat(
                                PlacementCase.of(again, restored, known, context.today())
                                        .map(PlacementRules::atTheDoor)
                                        .orElse(List.of())
                                        .stream()
                                        .map(Violation::rule),
                                full ? Stream.of("P1") : Stream.empty())
                        .distinct()
                        .filter(rule -> !open.contains(rule))
                        .toList();
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new PlacementQuestioned(
                                again.personId(),
                                again.placementId(),
                                again.facilityId(),
                                rules,
                                null));
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
                .map(relative -> keptAgain(relative, restored, known, context))
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable PlacementEvent keptAgain(
            Placement relative,
            OperationPlacements restored,
            KnownOperation known,
            Context context) {
        List<String> broken =
                PlacementCase.of(relative, restored, known, context.today())
                        .map(PlacementRules::atTheDoor)
                        .orElse(List.of())
                        .stream()
                        .map(Violation::rule)
                        .toList();
        List<String> kept =
                relative.questioned().stream()
                        .filter(rule -> rule.equals("P5") || rule.equals("P6"))
                        .filter(rule -> !broken.contains(rule))
                        .toList();
        return kept.isEmpty()
                ? null
                : new RuleKeptAgain(
                        relative.personId(), relative.placementId(), relative.facilityId(), kept);
    }
}

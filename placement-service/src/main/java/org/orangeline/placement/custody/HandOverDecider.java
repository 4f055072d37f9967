package org.orangeline.placement.custody;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.HandedOver;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.placement.LeavingCommand.HandOverPeople;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.duties.NotOverdue;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Party;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.safeguards.Assessment;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.placement.safeguards.Receiver;
import org.orangeline.placement.safeguards.ReceiverDecider;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * People are given to another authority, out of reach of this register: each needs an assessment of
 * what that would mean, by another human (rule P9), and no family is torn apart by it (rule P6).
 */
public final class HandOverDecider {

    private HandOverDecider() {}

    public static Decision<PlacementEvent> decide(
            HandOverPeople command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return Party.decide(
                command.named(),
                state,
                known,
                context,
                party ->
                        state.safeguards()
                                .receiver(command.receiver())
                                .map(receiver -> decide(command, receiver, party, context))
                                .orElseGet(() -> Decision.refuse(ReceiverDecider.unregistered())));
    }

    private static Decision<PlacementEvent> decide(
            HandOverPeople command, Receiver receiver, Party party, Context context) {
        return party.refusal(one -> refusal(one, command, receiver, party, context))
                .<Decision<PlacementEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                party.leave(
                                        placement ->
                                                new HandedOver(
                                                        placement.personId(),
                                                        placement.placementId(),
                                                        placement.facilityId(),
                                                        receiver.receiver(),
                                                        signed(placement, receiver, party, context)
                                                                .orElseThrow()
                                                                .assessmentId(),
                                                        Confidential.of(command.reason().text()),
                                                        receiver.state(),
                                                        command.at()),
                                        placement ->
                                                NotOverdue.ended(
                                                        placement, command.at(), party.known()),
                                        context)));
    }

    private static Optional<Refusal> refusal(
            Placement placement,
            HandOverPeople command,
            Receiver receiver,
            Party party,
            Context context) {
        if (party.state().isOnTheWay(placement.personId())) {
            return Optional.of(Refusal.conflict(OnPlacement.ON_THE_WAY));
        }
        Optional<Refusal> implausible =
                Plausible.at(
                        "the hand-over",
                        command.at(),
                        placement.happenedAt(),
                        "when the person came to this place",
                        context.now());
        if (implausible.isPresent()) {
            return implausible;
        }
        var asked = new NonRefoulement(party.state(), party.known());
        Optional<UUID> atRisk = asked.atRisk(placement.personId(), receiver);
        if (atRisk.isPresent()) {
            return refuse(NonRefoulement.risk(atRisk.get()));
        }
        if (asked.safe(placement.personId(), receiver, context.now(), _ -> true).isEmpty()) {
            return refuse(asked.unassessed());
        }
        if (signed(placement, receiver, party, context).isEmpty()) {
            return refuse(NonRefoulement.oneHuman());
        }
        return leavesFamily(placement, party)
                ? Optional.of(
                        Refusal.rule(
                                "P6",
                                "A hand-over splits the family, placed or waiting: hand the placed"
                                        + " over together, or have an override for this person and"
                                        + " the present facility signed by two people."))
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(Violation violation) {
        return Optional.of(Refusal.rule(violation.rule(), violation.detail()));
    }

    /** The assessment of another human than who decides now. */
    private static Optional<Assessment> signed(
            Placement placement, Receiver receiver, Party party, Context context) {
        return new NonRefoulement(party.state(), party.known())
                .safe(
                        placement.personId(),
                        receiver,
                        context.now(),
                        one -> !context.actor().mayBe(one.by()));
    }

    // Who waits for a place cannot be ordered along to where the other is brought.
    private static boolean leavesFamily(Placement placement, Party party) {
        var where = new Whereabouts(party.state(), party.known());
        return party.state()
                        .safeguards()
                        .signed(placement.personId(), placement.facilityId(), "P6")
                        .isEmpty()
                && party.known().person(placement.personId()).stream()
                        .flatMap(party.known()::relatives)
                        .filter(relative -> !party.includes(relative.personId()))
                        .anyMatch(where::isHere);
    }
}

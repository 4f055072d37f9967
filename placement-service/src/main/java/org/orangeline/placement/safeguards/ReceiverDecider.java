package org.orangeline.placement.safeguards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Risk;
import org.orangeline.events.placement.NonRefoulementAssessed;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.ReceiverRegistered;
import org.orangeline.events.placement.ReceiverRequested;
import org.orangeline.placement.AlikeIds;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.ReceiverCommand;
import org.orangeline.placement.ReceiverCommand.ApproveReceiver;
import org.orangeline.placement.ReceiverCommand.RequestReceiver;
import org.orangeline.placement.SafeguardCommand.AssessReceiver;
import org.orangeline.placement.custody.Plausible;
import org.orangeline.placement.facilities.Facility;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.HumansOnly;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Registers receivers, each once and by two humans, and what was assessed for them (rule P9). */
public final class ReceiverDecider {

    private ReceiverDecider() {}

    public static Decision<PlacementEvent> decide(
            ReceiverCommand command, OperationPlacements state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        if (state.safeguards().receiver(command.receiver()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This receiver is registered already."));
        }
        Optional<Refusal> alike =
                AlikeIds.whyNot(
                        command.receiver(), state.safeguards().receivers().registered().keySet());
        if (alike.isPresent()) {
            return Decision.refuse(alike.get());
        }
        return switch (command) {
            case RequestReceiver request ->
                    Decision.accept(
                            new ReceiverRequested(
                                    request.receiver(),
                                    context.newId("request"),
                                    request.name(),
                                    request.state()));
            case ApproveReceiver approve -> approved(approve, state, context);
        };
    }

    private static Decision<PlacementEvent> approved(
            ApproveReceiver command, OperationPlacements state, Context context) {
        Optional<RequestedReceiver> request =
                state.safeguards()
                        .receivers()
                        .request(command.requestId())
                        .filter(one -> one.receiver().equals(command.receiver()));
        if (request.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such request."));
        }
        if (context.actor().mayBe(request.get().requestedBy())) {
            return Decision.refuse(
                    Refusal.rule(
                            NonRefoulement.ID,
                            "A second person has to approve a receiver and its state."));
        }
        return Decision.accept(
                new ReceiverRegistered(
                        request.get().receiver(),
                        request.get().name(),
                        request.get().state(),
                        request.get().requestedBy()));
    }

    /** Of an authority that nobody registered, nobody can say to which state people would go. */
    public static Refusal unregistered() {
        return Refusal.rule(
                NonRefoulement.ID,
                "This receiver is not registered: one coordinator asks for it with the state that it"
                        + " belongs to, another one approves.");
    }

    static Decision<PlacementEvent> assess(
            AssessReceiver command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Receiver> receiver = state.safeguards().receiver(command.receiver());
        if (receiver.isEmpty()) {
            return Decision.refuse(unregistered());
        }
        Optional<Refusal> refusal = notHeard(command, known, context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        List<PlacementEvent> events = new ArrayList<>();
        events.add(
                new NonRefoulementAssessed(
                        command.personId(),
                        context.newId("assessment"),
                        command.receiver(),
                        command.risk(),
                        Confidential.of(command.reason().text()),
                        receiver.get().state(),
                        command.heardAt(),
                        command.said() == null ? null : Confidential.of(command.said().text())));
        if (command.risk() == Risk.RISK) {
            new Whereabouts(state, known)
                    .open(command.personId())
                    .filter(placement -> isWith(receiver.get(), placement, state))
                    .filter(placement -> !placement.questioned().contains(NonRefoulement.ID))
                    .map(placement -> placement.question(List.of(NonRefoulement.ID)))
                    .forEach(events::add);
        }
        return Decision.accept(events);
    }

    // A risk is recorded at once; nobody is found to be safe unheard.
    private static Optional<Refusal> notHeard(
            AssessReceiver command, KnownOperation known, Context context) {
        if (command.heardAt() == null) {
            return command.risk() == Risk.RISK
                    ? Optional.empty()
                    : Optional.of(
                            Refusal.rule(
                                    NonRefoulement.ID,
                                    "Nobody is found to be safe unheard: say in heardAt when the"
                                            + " person was heard."));
        }
        return known.person(command.personId()).stream()
                .flatMap(person ->
                        Plausible.between(
                                "heardAt, when the person was heard,",
                                command.heardAt(),
                                person.custodySince(known.profile().plausibleClockSkew()),
                                "the earliest plausible moment of the arrival",
                                context.now())
                                .stream())
                .findFirst();
    }

    // P14: who is, or is to be brought, where that state's authority is in charge.
    private static boolean isWith(
            Receiver receiver, Placement placement, OperationPlacements state) {
        return Stream.of(placement.facilityId(), placement.destination().facilityId())
                .flatMap(id -> state.facility(id).stream())
                .map(Facility::authority)
                .anyMatch(authority ->
                        authority != null
                                && state.safeguards()
                                        .receiver(authority)
                                        .filter(other -> other.state().equals(receiver.state()))
                                        .isPresent());
    }
}

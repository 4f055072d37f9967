package org.orangeline.intake.property;

import java.util.HashSet;
import java.util.Optional;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PropertyReceived;
import org.orangeline.events.intake.PropertyReturned;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.PropertyCommand.ReceiveProperty;
import org.orangeline.intake.PropertyCommand.ReturnProperty;
import org.orangeline.intake.arrival.Told;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.ToldTime;

/** Property is taken against a receipt, and every position of it is given back once. */
public final class PropertyDecider {

    private PropertyDecider() {}

    public static Decision<IntakeEvent> receive(
            ReceiveProperty command, IntakeState state, Context context) {
        Optional<Refusal> refusal =
                state.whyNotUsable(command.operation(), command.personId())
                        .or(() ->
                                Told.implausible(
                                        "the receipt",
                                        command.at(),
                                        command.personId(),
                                        state.require(command.operation()),
                                        context));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.require(command.operation()).receipt(command.receiptId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This receipt is in use."));
        }
        return Decision.accept(
                new PropertyReceived(
                        command.personId(),
                        command.receiptId(),
                        command.items(),
                        command.storedAt(),
                        command.witness(),
                        command.at()));
    }

    /** A receipt of a registration that leads to this person is this person's. */
    public static Decision<IntakeEvent> giveBack(
            ReturnProperty command, IntakeState state, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        Optional<Receipt> receipt =
                operation
                        .receipt(command.receiptId())
                        .filter(found ->
                                operation
                                        .merges()
                                        .inUse(found.personId().toString())
                                        .equals(command.personId().toString()));
        if (receipt.isEmpty()) {
            return Decision.refuse(Refusal.notFound("The person has no such receipt."));
        }
        Optional<Refusal> never =
                ToldTime.at(
                        "the return",
                        command.at(),
                        receipt.get().receivedAt(),
                        "when it was taken",
                        context.now());
        if (never.isPresent()) {
            return Decision.refuse(never.get());
        }
        if (command.to() != null) {
            Optional<Refusal> unknown = state.whyUnknown(command.operation(), command.to());
            if (unknown.isPresent()) {
                return Decision.refuse(unknown.get());
            }
        }
        if (new HashSet<>(command.items()).size() != command.items().size()) {
            return Decision.refuse(Refusal.conflict("A position is named twice."));
        }
        for (int position : command.items()) {
            if (position < 0 || position >= receipt.get().items().size()) {
                return Decision.refuse(Refusal.conflict("The receipt has no such position."));
            }
            if (receipt.get().isReturned(position)) {
                return Decision.refuse(
                        Refusal.conflict("Position " + position + " was given back before."));
            }
        }
        return Decision.accept(
                new PropertyReturned(
                        receipt.get().personId(),
                        command.receiptId(),
                        command.items(),
                        command.to(),
                        command.note(),
                        command.at()));
    }
}

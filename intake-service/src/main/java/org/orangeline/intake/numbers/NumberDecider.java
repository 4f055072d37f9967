package org.orangeline.intake.numbers;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.NumberBlockExpired;
import org.orangeline.events.intake.NumberBlockLeased;
import org.orangeline.events.model.Device;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.NumberCommand;
import org.orangeline.intake.NumberCommand.ExpireNumbers;
import org.orangeline.intake.NumberCommand.LeaseNumbers;
import org.orangeline.intake.arrival.RegistrationNumber;
import org.orangeline.intake.devices.Enrolment;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Leases numbers to tablets, and says whether an arrival may carry one. */
public final class NumberDecider {

    private NumberDecider() {}

    public static Decision<IntakeEvent> decide(
            NumberCommand command, IntakeState state, Context context) {
        OperationState operation = state.operation(command.operation());
        if (operation == null) {
            return Decision.refuse(Refusal.notFound("There is no such operation."));
        }
        return switch (command) {
            case LeaseNumbers lease -> lease(lease, operation, context);
            case ExpireNumbers expire -> expire(expire, operation, context);
        };
    }

    private static Decision<IntakeEvent> lease(
            LeaseNumbers command, OperationState operation, Context context) {
        Optional<Refusal> refusal = whyNoBlock(command.deviceId(), operation);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        long from = operation.lastCount() + 1;
        return Decision.accept(
                new NumberBlockLeased(
                        context.newId("block"),
                        command.deviceId(),
                        from,
                        from + command.size() - 1,
                        context.now().plus(command.lasts())));
    }

    // Numbers that no tablet can give are lost until their time is over.
    private static Optional<Refusal> whyNoBlock(String deviceId, OperationState operation) {
        Enrolment.State state =
                operation
                        .devices()
                        .device(deviceId)
                        .map(Enrolment::state)
                        .orElse(Enrolment.State.INVITED);
        return switch (state) {
            case ENROLLED -> Optional.empty();
            case INVITED ->
                    Optional.of(
                            Refusal.conflict(
                                    "No tablet of this name has enrolled; it is let in first."));
            case REVOKED ->
                    Optional.of(
                            Refusal.conflict("This tablet was revoked; it gives no more numbers."));
        };
    }

    private static Decision<IntakeEvent> expire(
            ExpireNumbers command, OperationState operation, Context context) {
        Optional<NumberBlock> block =
                operation.numberBlocks().block(command.blockId()).filter(one -> !one.expired());
        if (block.isEmpty() || context.now().isBefore(block.get().expiresAt())) {
            return Decision.refuse(Refusal.conflict("This block's time is not over."));
        }
        return Decision.accept(
                new NumberBlockExpired(
                        command.blockId(), block.get().deviceId(), block.get().unused()));
    }

    /** Why an arrival may not carry a number that its tablet gave; empty when it may. */
    public static Optional<Refusal> whyNot(
            String number, @Nullable Device device, OperationState operation, Context context) {
        long count = RegistrationNumber.count(number);
        if (!RegistrationNumber.of(operation.opened().numberPrefix(), count).equals(number)) {
            return Optional.of(
                    Refusal.conflict("This is no registration number of the operation."));
        }
        Optional<NumberBlock> found = operation.numberBlocks().of(count);
        if (found.isEmpty()
                || device == null
                || !found.get().deviceId().equals(device.deviceId())) {
            return Optional.of(
                    Refusal.conflict(
                            "This number is in no block that was leased to this tablet; send the"
                                    + " arrival without a number to be given one."));
        }
        NumberBlock block = found.get();
        if (block.used().contains(count)) {
            return Optional.of(Refusal.conflict("Another person has this number."));
        }
        return block.expired() || !context.now().isBefore(block.expiresAt())
                ? Optional.of(
                        Refusal.conflict(
                                "The time of this block is over; send the arrival without a number"
                                        + " to be given one."))
                : Optional.empty();
    }
}

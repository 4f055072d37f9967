package org.orangeline.intake.devices;

import java.util.Optional;
import java.util.function.Supplier;
import org.orangeline.events.intake.DeviceCodeRejected;
import org.orangeline.events.intake.DeviceEnrolled;
import org.orangeline.events.intake.DeviceInvited;
import org.orangeline.events.intake.DeviceRevoked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.DeviceCommand;
import org.orangeline.intake.DeviceCommand.EnrolDevice;
import org.orangeline.intake.DeviceCommand.InviteDevice;
import org.orangeline.intake.DeviceCommand.RevokeDevice;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Humans invite and revoke tablets; the code, once, and nothing else enrols one. */
public final class DeviceDecider {

    private DeviceDecider() {}

    public static Decision<IntakeEvent> decide(
            DeviceCommand command, IntakeState state, Context context) {
        OperationState operation = state.operation(command.operation());
        Optional<Enrolment> device =
                operation == null
                        ? Optional.empty()
                        : operation.devices().device(command.deviceId());
        return switch (command) {
            case EnrolDevice enrol -> enrol(enrol, device, context);
            case InviteDevice invite -> byHuman(context, () -> invite(invite, device, context));
            case RevokeDevice revoke -> byHuman(context, () -> revoke(revoke, device));
        };
    }

    private static Decision<IntakeEvent> byHuman(
            Context context, Supplier<Decision<IntakeEvent>> decision) {
        return context.actor().isHuman()
                ? decision.get()
                : Decision.refuse(
                        Refusal.rule(
                                "S6",
                                "A named human has to do this; a machine's token is refused."));
    }

    private static Decision<IntakeEvent> invite(
            InviteDevice command, Optional<Enrolment> device, Context context) {
        if (device.filter(one -> one.state() != Enrolment.State.INVITED).isPresent()) {
            return Decision.refuse(
                    Refusal.conflict(
                            "A tablet of this name has enrolled, or was revoked; invite it under"
                                    + " another name."));
        }
        return Decision.accept(
                new DeviceInvited(
                        device.map(Enrolment::enrolmentId)
                                .orElseGet(() -> context.newId("enrolment")),
                        command.deviceId(),
                        command.receptionPoint(),
                        command.codeHash(),
                        context.now().plus(command.lasts())));
    }

    // Whoever asks has shown nothing yet, and is told nothing: every refusal is the same.
    private static Decision<IntakeEvent> enrol(
            EnrolDevice command, Optional<Enrolment> device, Context context) {
        if (device.filter(one -> one.isCodeOpen(context.now())).isEmpty()) {
            return Decision.refuse(Refusal.notFound("This code is not good for this tablet."));
        }
        Enrolment invited = device.get();
        if (invited.isCode(command.codeHashes())) {
            return Decision.accept(
                    new DeviceEnrolled(
                            invited.enrolmentId(), invited.deviceId(), command.publicKey()));
        }
        return invited.isGuessWritten(context.now())
                ? Decision.accept(new DeviceCodeRejected(invited.enrolmentId(), invited.deviceId()))
                : Decision.refuse(Refusal.notFound("This code is not good for this tablet."));
    }

    private static Decision<IntakeEvent> revoke(RevokeDevice command, Optional<Enrolment> device) {
        if (device.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such tablet."));
        }
        return device.get().revocation() != null
                ? Decision.refuse(Refusal.conflict("This tablet was revoked before."))
                : Decision.accept(
                        new DeviceRevoked(
                                device.get().enrolmentId(),
                                device.get().deviceId(),
                                command.reason()));
    }
}

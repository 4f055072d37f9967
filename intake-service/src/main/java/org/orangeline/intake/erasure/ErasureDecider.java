package org.orangeline.intake.erasure;

import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.intake.ErasureDeclined;
import org.orangeline.events.intake.ErasureRequested;
import org.orangeline.events.intake.IdentityErased;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.ErasureCommand;
import org.orangeline.intake.ErasureCommand.DeclineErasure;
import org.orangeline.intake.ErasureCommand.RequestErasure;
import org.orangeline.intake.ErasureCommand.SignErasure;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.custody.Stay;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Erases identities, by two humans. It cannot be taken back, so a registration that went into
 * another one goes with it: it is of the same person.
 */
public final class ErasureDecider {

    private ErasureDecider() {}

    public static Decision<IntakeEvent> decide(
            ErasureCommand command, IntakeState state, Custody known, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(
                    Refusal.rule(
                            "S6",
                            "Named humans have to decide this; a machine's token is refused."));
        }
        return switch (command) {
            case RequestErasure request -> request(request, state, known, context);
            case SignErasure sign -> sign(sign, state, known, context);
            case DeclineErasure decline -> decline(decline, state);
        };
    }

    private static Decision<IntakeEvent> request(
            RequestErasure command, IntakeState state, Custody known, Context context) {
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Erasures erasures = state.require(command.operation()).erasures();
        String person = command.personId().toString();
        if (erasures.isErased(person)) {
            return Decision.refuse(Refusal.conflict("This identity is erased already."));
        }
        if (erasures.openOf(person).isPresent()) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An erasure was asked for already; it waits for a signature."));
        }
        if (isHeld(state.require(command.operation()), known, command.personId())) {
            return Decision.refuse(held());
        }
        return Decision.accept(
                new ErasureRequested(
                        context.newId("erasure"), command.personId(), command.reason()));
    }

    private static Decision<IntakeEvent> sign(
            SignErasure command, IntakeState state, Custody known, Context context) {
        Optional<Erasure> found = waiting(state, command.operation(), command.erasureId());
        if (found.isEmpty()) {
            return Decision.refuse(nothingWaits());
        }
        Erasure erasure = found.get();
        if (erasure.requestedBy().equals(context.actor().text())) {
            return Decision.refuse(
                    Refusal.conflict("Another human than the one who asked has to sign."));
        }
        OperationState operation = state.require(command.operation());
        if (!operation
                .require(erasure.personId())
                .registrationNumber()
                .equals(command.registrationNumber())) {
            return Decision.refuse(
                    Refusal.conflict("This is not the registration number of the person."));
        }
        if (isHeld(operation, known, erasure.personId())) {
            return Decision.refuse(held());
        }
        return Decision.accept(
                operation.merges().registrations(erasure.personId().toString()).stream()
                        .filter(id -> !operation.erasures().isErased(id))
                        .<IntakeEvent>map(
                                id -> new IdentityErased(UUID.fromString(id), erasure.erasureId()))
                        .toList());
    }

    private static Decision<IntakeEvent> decline(DeclineErasure command, IntakeState state) {
        return waiting(state, command.operation(), command.erasureId())
                .map(erasure ->
                        Decision.<IntakeEvent>accept(
                                new ErasureDeclined(
                                        erasure.erasureId(), erasure.personId(), command.reason())))
                .orElseGet(() -> Decision.refuse(nothingWaits()));
    }

    private static Optional<Erasure> waiting(IntakeState state, String operation, UUID erasureId) {
        OperationState open = state.operation(operation);
        return open == null
                ? Optional.empty()
                : open.erasures()
                        .erasure(erasureId)
                        .filter(erasure -> erasure.status() == Erasure.Status.REQUESTED);
    }

    /** Why somebody is held must be there as long as the person is. */
    private static boolean isHeld(OperationState operation, Custody known, UUID person) {
        return known.staysOf(operation.opened().operation())
                .of(operation.merges().registrations(person.toString()))
                .filter(stay -> stay.state() == Stay.State.INSIDE)
                .isPresent();
    }

    private static Refusal held() {
        return Refusal.conflict(
                "This person is in a place: while somebody is held, the record says why. Erase it"
                        + " after the release.");
    }

    private static Refusal nothingWaits() {
        return Refusal.notFound("No such erasure waits for a signature.");
    }
}

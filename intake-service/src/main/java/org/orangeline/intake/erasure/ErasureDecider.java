package org.orangeline.intake.erasure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.events.intake.EmergencyAccessErased;
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
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Erases identities, by two humans. It cannot be taken back, so a registration that went into
 * another one goes with it: it is of the same person. What is signed is what was asked for: once
 * registrations came to the person's or left them a human has to ask again.
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
        OperationState operation = state.require(command.operation());
        Erasures erasures = operation.erasures();
        List<String> registrations = registrations(operation, command.personId());
        if (registrations.stream().allMatch(erasures::isErased)) {
            return Decision.refuse(erasedAlready());
        }
        if (operation.merges().isDoubted(registrations)) {
            return Decision.refuse(doubted());
        }
        if (registrations.stream().anyMatch(id -> erasures.openOf(id).isPresent())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An erasure was asked for already; it waits for a signature."));
        }
        Optional<Refusal> kept =
                KeptRecord.why(command.operation(), operation, known, registrations, context.now());
        if (kept.isPresent()) {
            return Decision.refuse(kept.get());
        }
        return Decision.accept(
                new ErasureRequested(
                        context.newId("erasure"),
                        command.personId(),
                        command.reason(),
                        registrations.stream().map(UUID::fromString).sorted().toList()));
    }

    private static Decision<IntakeEvent> sign(
            SignErasure command, IntakeState state, Custody known, Context context) {
        Optional<Erasure> found = waiting(state, command.operation(), command.erasureId());
        if (found.isEmpty()) {
            return Decision.refuse(nothingWaits());
        }
        Erasure erasure = found.get();
        if (context.actor().mayBe(erasure.requestedBy())) {
            return Decision.refuse(
                    Refusal.conflict("Another human than the one who asked has to sign."));
        }
        OperationState operation = state.require(command.operation());
        List<String> registrations = registrations(operation, erasure.personId());
        if (!isWhatWasAskedFor(erasure, registrations)) {
            return Decision.refuse(
                    Refusal.conflict(
                            "The person's registrations are not those that were written down when this"
                                    + " was asked for. Decline it and ask again."));
        }
        if (operation.merges().isDoubted(registrations)) {
            return Decision.refuse(doubted());
        }
        if (!numbers(operation, registrations).equals(command.registrationNumbers())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "These are not the registration numbers of the person: all of them have"
                                    + " to be named, and no other."));
        }
        Optional<Refusal> kept =
                KeptRecord.why(command.operation(), operation, known, registrations, context.now());
        if (kept.isPresent()) {
            return Decision.refuse(kept.get());
        }
        List<IntakeEvent> erased =
                registrations.stream()
                        .filter(id -> !operation.erasures().isErased(id))
                        .map(UUID::fromString)
                        .flatMap(id -> erased(operation, id, erasure.erasureId()))
                        .toList();
        // What was asked for is settled when it is erased, so this only guards the log.
        return erased.isEmpty() ? Decision.refuse(erasedAlready()) : Decision.accept(erased);
    }

    private static Refusal doubted() {
        return Refusal.conflict(
                "Somebody asked to take a merge of these registrations back: they may be of two"
                        + " people. Ask again once that is settled.");
    }

    private static boolean isWhatWasAskedFor(Erasure erasure, List<String> registrations) {
        return registrations.stream()
                .map(UUID::fromString)
                .collect(Collectors.toSet())
                .equals(Set.copyOf(erasure.registrations()));
    }

    private static Set<String> numbers(OperationState operation, List<String> registrations) {
        return registrations.stream()
                .map(id -> operation.require(UUID.fromString(id)).registrationNumber())
                .collect(Collectors.toSet());
    }

    // With what was said of those who read it in an emergency, and has keys of its own.
    private static Stream<IntakeEvent> erased(
            OperationState operation, UUID personId, UUID erasureId) {
        return Stream.concat(
                Stream.of(new IdentityErased(personId, erasureId)),
                operation
                        .emergencies()
                        .of(personId)
                        .map(access ->
                                new EmergencyAccessErased(access.accessId(), personId, erasureId)));
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

    /** All of the person's: the one in use, and every one that leads to it. */
    private static List<String> registrations(OperationState operation, UUID person) {
        return operation.merges().registrations(operation.merges().inUse(person.toString()));
    }

    private static Refusal erasedAlready() {
        return Refusal.conflict("This identity is erased already.");
    }

    private static Refusal nothingWaits() {
        return Refusal.notFound("No such erasure waits for a signature.");
    }
}

package org.orangeline.intake.families;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.intake.CarerVerified;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.VerifyCarer;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.arrival.Person;
import org.orangeline.intake.arrival.Told;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Verifies who is responsible for a child (rule P15): an adult, by a second human. */
public final class CarerDecider {

    private static final String RULE = "P15";

    private CarerDecider() {}

    public static Decision<IntakeEvent> verify(
            VerifyCarer command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> refusal =
                state.whyNotUsable(command.operation(), command.personId(), command.carerId())
                        .or(() -> why(command, state, context));
        return refusal.<Decision<IntakeEvent>>map(Decision::refuse)
                .orElseGet(() ->
                        Decision.accept(
                                verified(command, state.require(command.operation()), context)));
    }

    // One for each registration that needs it: what is verified is the person.
    private static List<IntakeEvent> verified(
            VerifyCarer command, OperationState operation, Context context) {
        return Carers.unverified(
                        operation, command.personId().toString(), command.carerId().toString())
                .stream()
                .<IntakeEvent>map(child ->
                        new CarerVerified(
                                UUID.fromString(child),
                                command.carerId(),
                                context.actor().id(),
                                command.reason(),
                                command.at()))
                .toList();
    }

    private static Optional<Refusal> why(VerifyCarer command, IntakeState state, Context context) {
        OperationState operation = state.require(command.operation());
        String child = command.personId().toString();
        String carer = command.carerId().toString();
        Optional<FamilyRole> role = Carers.role(operation, child, carer);
        if (role.isEmpty()) {
            return Optional.of(
                    Refusal.conflict(
                            "Nobody stated that this person is parent or guardian of the child: link"
                                    + " them first."));
        }
        if (Carers.isVerified(operation, child, carer)) {
            return Optional.of(Refusal.conflict("This carer is verified already."));
        }
        return Told.implausible(
                        "the verification", command.at(), command.personId(), operation, context)
                .or(() -> notAdult(operation, command.carerId(), context))
                .or(() ->
                        implausible(
                                role.get(),
                                operation,
                                command.carerId(),
                                command.personId(),
                                context))
                .or(() -> sameHuman(operation, child, carer, context));
    }

    /** Why a link can be none between one who cares and one who is cared for. */
    static Optional<Refusal> whyNot(LinkFamily command, OperationState operation, Context context) {
        FamilyRole relation = command.relation();
        boolean relativeCares = relation.caresForChildren();
        if (!relativeCares && relation != FamilyRole.CHILD) {
            return Optional.empty();
        }
        UUID carer = relativeCares ? command.relativeId() : command.personId();
        UUID child = relativeCares ? command.personId() : command.relativeId();
        FamilyRole role = relativeCares ? relation : FamilyRole.PARENT;
        Optional<Refusal> young =
                role == FamilyRole.GUARDIAN
                        ? notAdult(operation, carer, context)
                        : Optional.empty();
        return young.or(() -> implausible(role, operation, carer, child, context))
                .or(() ->
                        Carers.descends(operation, carer.toString(), child.toString())
                                ? Optional.of(
                                        Refusal.rule(
                                                RULE, "Nobody is a parent of their own parent."))
                                : Optional.empty());
    }

    private static Optional<Refusal> notAdult(
            OperationState operation, UUID carer, Context context) {
        return Carers.isAdult(operation, carer.toString(), context.today())
                ? Optional.empty()
                : Optional.of(
                        Refusal.rule(
                                RULE,
                                "A carer has to be an adult whose age is neither in doubt nor in"
                                        + " dispute."));
    }

    private static Optional<Refusal> implausible(
            FamilyRole role, OperationState operation, UUID carer, UUID child, Context context) {
        Person older = operation.require(carer);
        return role.isPlausible(older.age(), operation.require(child).age(), context.today())
                ? Optional.empty()
                : Optional.of(
                        Refusal.rule(
                                RULE,
                                "By their ages this cannot be: a parent is at least "
                                        + FamilyRole.PARENT_IS_OLDER_BY
                                        + " years older, and a guardian older."));
    }

    private static Optional<Refusal> sameHuman(
            OperationState operation, String child, String carer, Context context) {
        boolean same =
                operation.merges().registrations(child).stream()
                        .flatMap(mine ->
                                operation.merges().registrations(carer).stream()
                                        .flatMap(theirs -> stated(operation, mine, theirs)))
                        .anyMatch(context.actor()::mayBe);
        return same
                ? Optional.of(
                        Refusal.rule(
                                "S6", "Another human than the one who stated the tie verifies it."))
                : Optional.empty();
    }

    private static Stream<String> stated(OperationState operation, String child, String carer) {
        Link link = operation.families().linksOf(child).get(carer);
        return link != null && !link.ended()
                ? Stream.of(link.by())
                : Stream.of(child, carer)
                        .flatMap(one -> Stream.ofNullable(operation.families().stated(one)))
                        .map(Stated::by);
    }
}

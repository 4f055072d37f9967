package org.orangeline.intake.families;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinkRequested;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.conflicts.Claims;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Links relatives, whatever line or group each is in, and removes links that were wrong. */
public final class FamilyDecider {

    private FamilyDecider() {}

    public static Decision<IntakeEvent> link(
            LinkFamily command, IntakeState state, Context context) {
        Optional<Refusal> refusal =
                state.whyNotUsable(command.operation(), command.personId(), command.relativeId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (command.personId().equals(command.relativeId())) {
            return Decision.refuse(Refusal.conflict("Nobody is a relative of their own."));
        }
        if (LinkBetween.find(
                        state.require(command.operation()),
                        command.personId(),
                        command.relativeId())
                .isPresent()) {
            return Decision.refuse(
                    Refusal.conflict("They are linked already; remove that link first."));
        }
        Optional<Refusal> implausible =
                CarerDecider.whyNot(command, state.require(command.operation()), context);
        if (implausible.isPresent()) {
            return Decision.refuse(implausible.get());
        }
        return Decision.accept(
                new FamilyLinked(
                        command.personId(),
                        context.newId("link"),
                        command.relativeId(),
                        command.relation(),
                        command.reason()));
    }

    /** The removal is about the person whose link it was, whoever of the two is named first. */
    public static Decision<IntakeEvent> unlink(
            UnlinkFamily command, IntakeState state, Custody known, Context context) {
        // Whom a child waits, travels and lives with hangs on ties.
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> refusal =
                state.whyNotUsable(command.operation(), command.personId(), command.relativeId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Optional<LinkBetween> found =
                LinkBetween.find(
                        state.require(command.operation()),
                        command.personId(),
                        command.relativeId());
        if (found.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no link between them."));
        }
        LinkBetween link = found.get();
        OperationState operation = state.require(command.operation());
        boolean held =
                Claims.isHeld(command.personId().toString(), operation, known)
                        || Claims.isHeld(command.relativeId().toString(), operation, known);
        return held
                ? unlinkOfHeld(command, link, operation, context)
                : Decision.accept(removed(command, link));
    }

    private static FamilyUnlinked removed(UnlinkFamily command, LinkBetween link) {
        return new FamilyUnlinked(link.from(), link.linkId(), link.to(), command.reason());
    }

    // P6: while one of them is ordered to a place or in one, the tie counts until a second human
    // says that it was wrong.
    private static Decision<IntakeEvent> unlinkOfHeld(
            UnlinkFamily command, LinkBetween link, OperationState operation, Context context) {
        @Nullable String asked =
                operation
                        .families()
                        .link(link.from(), link.to())
                        .map(Link::removalAskedBy)
                        .orElse(null);
        if (asked == null) {
            return Decision.accept(
                    new FamilyUnlinkRequested(
                            link.from(), link.linkId(), link.to(), command.reason()));
        }
        return context.actor().mayBe(asked)
                ? Decision.refuse(needsSecondHuman())
                : Decision.accept(removed(command, link));
    }

    /** What is answered to one human who would take a tie away alone. */
    public static Refusal needsSecondHuman() {
        return Refusal.rule(
                "S6",
                "Somebody of the family is ordered to a place or in one: another human than the one"
                        + " who said that the tie is wrong has to say so as well (P6).");
    }
}

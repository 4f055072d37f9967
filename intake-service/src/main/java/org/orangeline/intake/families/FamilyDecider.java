package org.orangeline.intake.families;

import java.util.Optional;
import org.orangeline.events.intake.FamilyLinked;
import org.orangeline.events.intake.FamilyUnlinked;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.intake.FamilyCommand.LinkFamily;
import org.orangeline.intake.FamilyCommand.UnlinkFamily;
import org.orangeline.intake.IntakeState;
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
    public static Decision<IntakeEvent> unlink(UnlinkFamily command, IntakeState state) {
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
        return Decision.accept(
                new FamilyUnlinked(link.from(), link.linkId(), link.to(), command.reason()));
    }
}

package org.orangeline.intake.needs;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.SensitiveNeedsRecorded;
import org.orangeline.events.model.Needs;
import org.orangeline.events.model.SensitiveNeeds;
import org.orangeline.intake.IntakeCommand.RecordSensitiveNeeds;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.duplicates.HumansOnly;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Records sensitive needs, apart from those that are listed. Whoever registers a person tells them
 * with the others, and adds more by a call of their own; only those who protect people read them,
 * and take one back.
 */
public final class SensitiveNeedsDecider {

    private SensitiveNeedsDecider() {}

    public static Decision<IntakeEvent> record(
            RecordSensitiveNeeds command, IntakeState state, Context context) {
        Optional<Refusal> machine = whyNot(command.added(), context.actor());
        if (machine.isPresent() || !context.actor().isHuman()) {
            return Decision.refuse(machine.orElseGet(HumansOnly::refusal));
        }
        Optional<Refusal> refusal = state.whyNotUsable(command.operation(), command.personId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        if (state.require(command.operation()).erasures().isErased(command.personId().toString())) {
            return Decision.refuse(
                    Refusal.conflict("This identity was erased; no need is recorded any more."));
        }
        return Decision.accept(
                recorded(
                        command.personId(),
                        new SensitiveNeeds(command.added(), command.takenBack()),
                        command.reason()));
    }

    /** S6: only a human records what a person survived, also with an arrival. */
    public static Optional<Refusal> whyNot(List<String> needs, Actor actor) {
        return actor.isHuman() || Needs.sensitive(needs).isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Refusal.rule(
                                "S6",
                                "Only a named human tells a sensitive need (in needs); a machine's token"
                                        + " is refused. Send the arrival without it, and have a human"
                                        + " add it (sensitive-needs)."));
    }

    /**
     * What an arrival tells of them; empty for nothing.
     *
     * @param codes those that are sensitive
     */
    public static List<IntakeEvent> told(UUID person, List<String> codes) {
        return codes.isEmpty()
                ? List.of()
                : List.of(recorded(person, new SensitiveNeeds(codes, List.of()), null));
    }

    private static SensitiveNeedsRecorded recorded(
            UUID person, SensitiveNeeds needs, @Nullable String reason) {
        return new SensitiveNeedsRecorded(
                person, Confidential.of(needs), reason == null ? null : Confidential.of(reason));
    }
}

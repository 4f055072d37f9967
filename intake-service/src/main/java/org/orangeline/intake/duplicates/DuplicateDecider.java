package org.orangeline.intake.duplicates;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.intake.DuplicateDismissed;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PossibleDuplicateFound;
import org.orangeline.intake.DuplicateCommand.DismissDuplicate;
import org.orangeline.intake.DuplicateCommand.ReportPossibleDuplicate;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/** Shows possible duplicates once, and keeps that a human dismissed one. */
public final class DuplicateDecider {

    private DuplicateDecider() {}

    /**
     * Who compares names cannot be pure, since the names are sealed. It may report the same pair as
     * often as it likes: what was raised, dismissed or merged is refused here.
     */
    public static Decision<IntakeEvent> report(ReportPossibleDuplicate command, IntakeState state) {
        Optional<Refusal> unknown =
                state.whyUnknown(command.operation(), command.personId(), command.otherId());
        if (unknown.isPresent()) {
            return Decision.refuse(unknown.get());
        }
        OperationState operation = state.require(command.operation());
        if (command.personId().equals(command.otherId())
                || operation
                        .merges()
                        .inUse(command.personId().toString())
                        .equals(operation.merges().inUse(command.otherId().toString()))) {
            return Decision.refuse(Refusal.conflict("This is one person already."));
        }
        if (operation.duplicate(command.personId(), command.otherId()).isPresent()) {
            return Decision.refuse(Refusal.conflict("This pair was raised before."));
        }
        return Decision.accept(
                new PossibleDuplicateFound(
                        command.personId(), command.otherId(), command.score(), command.because()));
    }

    public static Decision<IntakeEvent> dismiss(
            DismissDuplicate command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Refusal> unknown =
                state.whyUnknown(command.operation(), command.personId(), command.otherId());
        if (unknown.isPresent()) {
            return Decision.refuse(unknown.get());
        }
        // A pair names the registrations in use, and was raised of any of the two people's.
        List<Duplicate> raised =
                PairsInUse.raised(
                                state.require(command.operation()),
                                command.personId(),
                                command.otherId())
                        .toList();
        if (raised.isEmpty()) {
            return Decision.refuse(Refusal.notFound("This pair was not raised."));
        }
        List<IntakeEvent> dismissed =
                raised.stream()
                        .filter(pair -> !pair.dismissed())
                        .map(pair -> dismissed(pair, command))
                        .toList();
        return dismissed.isEmpty()
                ? Decision.refuse(Refusal.conflict("This pair was dismissed before."))
                : Decision.accept(dismissed);
    }

    // In the order in which the human named the two.
    private static IntakeEvent dismissed(Duplicate pair, DismissDuplicate command) {
        return pair.otherId().equals(command.personId())
                        || pair.personId().equals(command.otherId())
                ? new DuplicateDismissed(pair.otherId(), pair.personId(), command.reason())
                : new DuplicateDismissed(pair.personId(), pair.otherId(), command.reason());
    }
}

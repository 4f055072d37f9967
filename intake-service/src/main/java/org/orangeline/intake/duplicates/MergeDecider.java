package org.orangeline.intake.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeDecider;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Merges are an overlay: a merge says that one registration leads to another, and changes neither.
 * So taking it back leaves both exactly as they stand.
 */
public final class MergeDecider {

    private MergeDecider() {}

    public static Decision<IntakeEvent> merge(
            MergePersons command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        if (command.personId().equals(command.otherId())) {
            return Decision.refuse(Refusal.conflict("A registration is not merged with itself."));
        }
        // Both have to be in use: so no registration leads to two others, and none in a circle.
        Optional<Refusal> refusal =
                state.whyNotUsable(command.operation(), command.personId(), command.otherId());
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        // What is merged with somebody who is to be erased would go as well.
        OperationState operation = state.require(command.operation());
        if (Stream.of(command.personId(), command.otherId())
                .flatMap(id -> operation.merges().registrations(id.toString()).stream())
                .anyMatch(id -> operation.erasures().openOf(id).isPresent())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "An erasure of one of them waits for a signature. Merge after it is"
                                    + " signed or declined."));
        }
        return Decision.accept(
                new PersonsMerged(
                        command.personId(),
                        context.newId("merge"),
                        command.otherId(),
                        command.reason()));
    }

    public static Decision<IntakeEvent> unmerge(
            UnmergePersons command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        OperationState operation = state.operation(command.operation());
        Optional<Merge> merge =
                operation == null ? Optional.empty() : operation.merges().merge(command.mergeId());
        if (operation == null || merge.isEmpty()) {
            return Decision.refuse(Refusal.notFound("There is no such merge."));
        }
        if (merge.get().ended()) {
            return Decision.refuse(Refusal.conflict("This merge was taken back before."));
        }
        return Decision.accept(
                takenApart(operation, merge.get(), command.reason(), context.today()));
    }

    /** The end of a merge, with what it gives back. */
    public static List<IntakeEvent> takenApart(
            OperationState operation, Merge merge, Confidential<String> reason, LocalDate today) {
        List<IntakeEvent> events = new ArrayList<>();
        events.add(new PersonsUnmerged(merge.personId(), merge.mergeId(), merge.otherId(), reason));
        events.addAll(
                AgeDecider.givenBack(
                        operation,
                        operation.merges().registrations(merge.otherId().toString()),
                        today));
        return events;
    }
}

package org.orangeline.intake.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeConfirmed;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
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
 * So taking it back leaves both exactly as they stand. What protects counts for both records at
 * once; what permits, after a second human confirmed the merge (ADR 0035).
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
        Optional<Refusal> twoPeople =
                OnePerson.whyNot(
                        operation,
                        command.personId().toString(),
                        command.otherId().toString(),
                        context.today());
        if (twoPeople.isPresent()) {
            return Decision.refuse(twoPeople.get());
        }
        return Decision.accept(
                new PersonsMerged(
                        command.personId(),
                        context.newId("merge"),
                        command.otherId(),
                        command.reason()));
    }

    /** What one record permits counts for the other once a second human found so too. */
    public static Decision<IntakeEvent> confirm(
            ConfirmMerge command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Merge> merge = merge(command.operation(), command.mergeId(), state);
        Optional<Refusal> refusal = notStanding(merge).or(() -> confirmed(merge, context));
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        return Decision.accept(
                new MergeConfirmed(
                        merge.orElseThrow().personId(),
                        command.mergeId(),
                        merge.get().otherId(),
                        context.actor().id(),
                        command.reason()));
    }

    private static Optional<Refusal> confirmed(Optional<Merge> merge, Context context) {
        if (merge.orElseThrow().confirmedBy() != null) {
            return Optional.of(Refusal.conflict("This merge is confirmed already."));
        }
        return context.actor().mayBe(merge.get().by())
                ? Optional.of(
                        Refusal.conflict("Another human than the one who merged has to confirm."))
                : Optional.empty();
    }

    public static Decision<IntakeEvent> unmerge(
            UnmergePersons command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Merge> merge = merge(command.operation(), command.mergeId(), state);
        Optional<Refusal> refusal = notStanding(merge);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        OperationState operation = state.require(command.operation());
        return Decision.accept(
                takenApart(operation, merge.orElseThrow(), command.reason(), context.today()));
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

    private static Optional<Merge> merge(String operation, UUID mergeId, IntakeState state) {
        return Optional.ofNullable(state.operation(operation))
                .flatMap(open -> open.merges().merge(mergeId));
    }

    private static Optional<Refusal> notStanding(Optional<Merge> merge) {
        if (merge.isEmpty()) {
            return Optional.of(Refusal.notFound("There is no such merge."));
        }
        return merge.get().ended()
                ? Optional.of(Refusal.conflict("This merge was taken back before."))
                : Optional.empty();
    }
}

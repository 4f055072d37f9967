package org.orangeline.intake.duplicates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.intake.IntakeEvent;
import org.orangeline.events.intake.MergeRequested;
import org.orangeline.events.intake.PersonsMerged;
import org.orangeline.events.intake.PersonsUnmerged;
import org.orangeline.events.intake.UnmergeDeclined;
import org.orangeline.events.intake.UnmergeRequested;
import org.orangeline.intake.DuplicateCommand.ConfirmMerge;
import org.orangeline.intake.DuplicateCommand.DeclineUnmerge;
import org.orangeline.intake.DuplicateCommand.MergePersons;
import org.orangeline.intake.DuplicateCommand.UnmergePersons;
import org.orangeline.intake.IntakeState;
import org.orangeline.intake.ages.AgeDecider;
import org.orangeline.intake.custody.Custody;
import org.orangeline.intake.operations.OperationState;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * Merges are an overlay: a merge says that one registration leads to another, and changes neither.
 * So taking it back leaves both exactly as they stand. What one record permits counts for the other
 * from then on, and what protects ends with the reversal: two humans say each (ADR 0035).
 */
public final class MergeDecider {

    private MergeDecider() {}

    /** A first human asks for it; another one who asks for the same finds so too. */
    public static Decision<IntakeEvent> merge(
            MergePersons command, IntakeState state, Custody known, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        if (command.personId().equals(command.otherId())) {
            return Decision.refuse(Refusal.conflict("A registration is not merged with itself."));
        }
        Optional<Refusal> refusal =
                whyNot(
                        command.operation(),
                        command.personId(),
                        command.otherId(),
                        state,
                        known,
                        context);
        if (refusal.isPresent()) {
            return Decision.refuse(refusal.get());
        }
        Optional<Merge> waiting =
                state.require(command.operation())
                        .merges()
                        .waiting(command.personId(), command.otherId());
        if (waiting.isEmpty()) {
            return Decision.accept(
                    new MergeRequested(
                            command.personId(),
                            context.newId("merge"),
                            command.otherId(),
                            command.reason()));
        }
        return waiting.get().personId().equals(command.personId())
                ? confirmed(waiting.get(), command.reason(), context)
                : Decision.refuse(
                        Refusal.conflict(
                                "A merge of the two in the other direction waits for a second"
                                        + " human."));
    }

    /** A second human finds so too. */
    public static Decision<IntakeEvent> confirm(
            ConfirmMerge command, IntakeState state, Custody known, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Merge> found = merge(command.operation(), command.mergeId(), state);
        if (found.isEmpty()) {
            return Decision.refuse(noSuchMerge());
        }
        Merge merge = found.get();
        if (merge.status() != Merge.Status.REQUESTED) {
            return Decision.refuse(
                    Refusal.conflict(
                            "This merge does not wait for confirmation: it was made or dropped."));
        }
        // What was so at the request may have changed since.
        return whyNot(command.operation(), merge.personId(), merge.otherId(), state, known, context)
                .<Decision<IntakeEvent>>map(Decision::refuse)
                .orElseGet(() -> confirmed(merge, command.reason(), context));
    }

    private static Decision<IntakeEvent> confirmed(
            Merge merge, Confidential<String> reason, Context context) {
        return context.actor().mayBe(merge.by())
                ? Decision.refuse(anotherHuman())
                : Decision.accept(
                        new PersonsMerged(
                                merge.personId(), merge.mergeId(), merge.otherId(), reason));
    }

    private static Optional<Refusal> whyNot(
            String operation,
            UUID person,
            UUID other,
            IntakeState state,
            Custody known,
            Context context) {
        // Both have to be in use: so no registration leads to two others, and none in a circle.
        Optional<Refusal> unusable = state.whyNotUsable(operation, person, other);
        if (unusable.isPresent()) {
            return unusable;
        }
        // What is merged with somebody who is to be erased would go as well.
        OperationState open = state.require(operation);
        boolean toBeErased =
                Stream.of(person, other)
                        .flatMap(id -> open.merges().registrations(id.toString()).stream())
                        .anyMatch(id -> open.erasures().openOf(id).isPresent());
        List<String> persons = open.merges().registrations(person.toString());
        List<String> others = open.merges().registrations(other.toString());
        if (known.casesOf(operation).areApart(persons, others)) {
            return Optional.of(
                    Refusal.conflict(
                            "What is recorded of the two elsewhere says that they are two people:"
                                    + " a protection officer knows more."));
        }
        if (persons.size() + others.size() > Merges.MOST_REGISTRATIONS) {
            return Optional.of(
                    Refusal.conflict(
                            "A person has at most "
                                    + Merges.MOST_REGISTRATIONS
                                    + " registrations: take a wrong merge back first."));
        }
        return toBeErased
                ? Optional.of(
                        Refusal.conflict(
                                "An erasure of one of them waits for a signature. Merge after it is"
                                        + " signed or declined."))
                : OnePerson.whyNot(
                        open,
                        known.staysOf(operation),
                        person.toString(),
                        other.toString(),
                        context.today());
    }

    /** One human drops a merge that waits; two, one after the other, take back one that stands. */
    public static Decision<IntakeEvent> unmerge(
            UnmergePersons command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Merge> found = merge(command.operation(), command.mergeId(), state);
        if (found.isEmpty()) {
            return Decision.refuse(noSuchMerge());
        }
        Merge merge = found.get();
        if (merge.ended()) {
            return Decision.refuse(Refusal.conflict("This merge was taken back before."));
        }
        if (!merge.reversalAsked()) {
            return Decision.accept(
                    new UnmergeRequested(
                            merge.personId(),
                            merge.mergeId(),
                            merge.otherId(),
                            command.reason(),
                            merge.status() == Merge.Status.REQUESTED ? true : null));
        }
        return context.actor().mayBe(merge.by())
                ? Decision.refuse(anotherHuman())
                : Decision.accept(
                        takenApart(
                                state.require(command.operation()),
                                merge,
                                command.reason(),
                                context.today()));
    }

    /** One human says that a merge is right which somebody asked to take back. */
    public static Decision<IntakeEvent> decline(
            DeclineUnmerge command, IntakeState state, Context context) {
        if (!context.actor().isHuman()) {
            return Decision.refuse(HumansOnly.refusal());
        }
        Optional<Merge> found = merge(command.operation(), command.mergeId(), state);
        if (found.isEmpty()) {
            return Decision.refuse(noSuchMerge());
        }
        Merge merge = found.get();
        return merge.reversalAsked()
                ? Decision.accept(
                        new UnmergeDeclined(
                                merge.personId(),
                                merge.mergeId(),
                                merge.otherId(),
                                command.reason()))
                : Decision.refuse(Refusal.conflict("Nobody asked to take this merge back."));
    }

    /** The end of a merge, with what it gives back. */
    public static List<IntakeEvent> takenApart(
            OperationState operation, Merge merge, Confidential<String> reason, LocalDate today) {
        Merges merges = operation.merges();
        List<String> leaving = merges.registrations(merge.otherId().toString());
        List<String> staying =
                merges.registrations(merges.inUse(merge.personId().toString())).stream()
                        .filter(one -> !leaving.contains(one))
                        .toList();
        List<IntakeEvent> events = new ArrayList<>();
        events.add(new PersonsUnmerged(merge.personId(), merge.mergeId(), merge.otherId(), reason));
        events.addAll(
                AgeDecider.givenBack(
                        operation, staying, leaving, Objects.requireNonNull(merge.since()), today));
        return events;
    }

    private static Optional<Merge> merge(String operation, UUID mergeId, IntakeState state) {
        return Optional.ofNullable(state.operation(operation))
                .flatMap(open -> open.merges().merge(mergeId));
    }

    private static Refusal noSuchMerge() {
        return Refusal.notFound("There is no such merge.");
    }

    private static Refusal anotherHuman() {
        return Refusal.conflict("Another human than the one who asked has to confirm this.");
    }
}

package org.orangeline.placement.questions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.QuestionOverdue;
import org.orangeline.events.placement.RuleKeptAgain;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.QuestionCommand;
import org.orangeline.placement.QuestionCommand.CloseQuestion;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.QuestionCommand.ReportOverdueQuestion;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.knowledge.Cause;
import org.orangeline.placement.knowledge.Conclusion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;

/**
 * P14: says which rules a standing placement breaks since a fact changed; ends nothing by itself.
 * What no signature lifts is closed when the rule is kept again; two humans settle the rest.
 */
public final class QuestionDecider {

    /** What a change of a relative's facts does not break: it moves nobody. */
    private static final Set<String> PARTED = Set.of("P6", "P8");

    private QuestionDecider() {}

    public static Decision<PlacementEvent> decide(
            QuestionCommand command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return switch (command) {
            case QuestionPlacement question -> question(question, state, known, context);
            case QuestionMerge merge -> merge(merge, state, known, context);
            case SettleQuestion settle ->
                    OnPlacement.any(
                            settle.placementId(),
                            settle.personId(),
                            state,
                            context,
                            placement ->
                                    SettlementDecider.decide(
                                            placement, settle, state, known, context));
            case CloseQuestion close -> closed(close, state, known, context);
            case ReportOverdueQuestion report -> overdue(report, state, known, context);
        };
    }

    private static Decision<PlacementEvent> question(
            QuestionPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        var where = new Whereabouts(state, known);
        Stream<PlacementEvent> standing =
                where.open(command.personId())
                        .flatMap(placement ->
                                questioned(
                                        placement,
                                        broken(placement, false, state, known, context).stream()
                                                .filter(rule ->
                                                        !command.ofRelative()
                                                                || !PARTED.contains(rule))
                                                .toList(),
                                        null,
                                        known,
                                        context));
        // P18: whoever was taken for somebody else is nowhere, and perhaps dead.
        Stream<PlacementEvent> nowhere =
                where.goneOnFrom(command.personId()).stream()
                        .filter(stay -> !stay.questioned().contains("P14"))
                        .map(stay -> stay.question(List.of("P14")));
        List<PlacementEvent> questions = Stream.concat(standing, nowhere).toList();
        return questions.isEmpty()
                ? Decision.refuse(Refusal.conflict("No open placement breaks a further rule."))
                : Decision.accept(questions);
    }

    // What is known of either record counts for a placement of the other (rules P2, P3, P13 ...).
    private static Decision<PlacementEvent> merge(
            QuestionMerge command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        if (!known.merges().stands(command.mergeId())) {
            return Decision.refuse(Refusal.conflict("That merge was undone."));
        }
        List<Placement> open = new Whereabouts(state, known).open(command.personId()).toList();
        boolean ofPerson = known.merges().isSame(command.personId(), command.otherId());
        List<PlacementEvent> questions =
                open.stream()
                        .flatMap(placement ->
                                questioned(
                                        placement,
                                        broken(
                                                placement,
                                                ofPerson && open.size() > 1,
                                                state,
                                                known,
                                                context),
                                        command.mergeId(),
                                        known,
                                        context))
                        .toList();
        return questions.isEmpty()
                ? Decision.refuse(Refusal.conflict("The merge breaks no rule."))
                : Decision.accept(questions);
    }

    private static Stream<PlacementEvent> questioned(
            Placement placement,
            List<String> rules,
            @Nullable UUID mergeId,
            KnownOperation known,
            Context context) {
        if (rules.isEmpty()) {
            return Stream.empty();
        }
        // What a merge makes so is so from the merge on.
        @Nullable Instant since =
                mergeId == null && rules.contains("P13")
                        ? Conclusion.civilianSince(
                                known, placement.personId(), placement.happenedAt(), context.now())
                        : null;
        return Stream.of(placement.question(rules, mergeId).since(since));
    }

    private static List<String> broken(
            Placement placement,
            boolean twice,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Stream<String> rules = StandingRules.broken(placement, state, known, context);
        List<Cause> causes = known.causes(placement.personId()).toList();
        return Stream.concat(twice ? Stream.of("P2") : Stream.empty(), rules)
                .distinct()
                .filter(rule -> !placement.questioned().contains(rule))
                // What was settled comes up again with a later fact only.
                .filter(rule -> !placement.questions().isSettled(rule, causes))
                .toList();
    }

    private static Decision<PlacementEvent> closed(
            CloseQuestion command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return state.placement(command.placementId(), command.personId())
                .filter(placement ->
                        placement
                                .questions()
                                .open(mergeId -> true)
                                .anyMatch(open -> open.rule().equals(command.rule())))
                .filter(placement ->
                        StandingRules.isKept(placement, command.rule(), state, known, context))
                .map(placement ->
                        Decision.<PlacementEvent>accept(
                                new RuleKeptAgain(
                                        placement.personId(),
                                        placement.placementId(),
                                        placement.facilityId(),
                                        List.of(command.rule()))))
                .orElseGet(() -> Decision.refuse(Refusal.conflict("The rule is broken still.")));
    }

    private static Decision<PlacementEvent> overdue(
            ReportOverdueQuestion command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return state.placement(command.placementId(), command.personId()).stream()
                .flatMap(placement -> Raised.of(placement, known))
                .filter(raised ->
                        raised.rule().equals(command.rule())
                                && raised.startedBy().equals(command.startedBy())
                                && raised.isOverdue(context.now())
                                && !raised.reported())
                .findFirst()
                .map(raised ->
                        Decision.<PlacementEvent>accept(
                                new QuestionOverdue(
                                        raised.personId(),
                                        raised.placementId(),
                                        raised.facilityId(),
                                        raised.rule(),
                                        raised.startedBy(),
                                        raised.due())))
                .orElseGet(() -> Decision.refuse(Refusal.conflict("No question is overdue.")));
    }
}

package org.orangeline.placement.questions;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.QuestionCommand;
import org.orangeline.placement.QuestionCommand.QuestionMerge;
import org.orangeline.placement.QuestionCommand.QuestionPlacement;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.knowledge.Cause;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.OnPlacement;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * P14: says which rules a standing placement breaks since a fact changed; ends nothing by itself. A
 * human settles it.
 */
public final class QuestionDecider {

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
                            placement -> settled(placement, settle, known));
        };
    }

    private static Decision<PlacementEvent> question(
            QuestionPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<PlacementEvent> questions =
                new Whereabouts(state, known)
                        .open(command.personId())
                        .flatMap(placement ->
                                questioned(
                                        placement,
                                        broken(placement, false, state, known, context),
                                        null))
                        .toList();
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
        List<PlacementEvent> questions =
                open.stream()
                        .flatMap(placement ->
                                questioned(
                                        placement,
                                        broken(placement, open.size() > 1, state, known, context),
                                        command.mergeId()))
                        .toList();
        return questions.isEmpty()
                ? Decision.refuse(Refusal.conflict("The merge breaks no rule."))
                : Decision.accept(questions);
    }

    private static Stream<PlacementEvent> questioned(
            Placement placement, List<String> rules, @Nullable UUID mergeId) {
        return rules.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        new PlacementQuestioned(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                rules,
                                mergeId));
    }

    private static List<String> broken(
            Placement placement,
            boolean twice,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Stream<String> rules =
                PlacementCase.of(placement, state, known, context.today()).stream()
                        .flatMap(one ->
                                Stream.concat(
                                        PlacementRules.standing(one).stream(),
                                        PlacementRules.arrangement(one).stream()))
                        .map(Violation::rule);
        List<Cause> causes = known.causes(placement.personId()).toList();
        return Stream.concat(twice ? Stream.of("P2") : Stream.empty(), rules)
                .distinct()
                .filter(rule -> !placement.questioned().contains(rule))
                // What a human has settled comes up again with a later fact only.
                .filter(rule -> !placement.isSettled(rule, causes))
                .toList();
    }

    private static Decision<PlacementEvent> settled(
            Placement placement, SettleQuestion command, KnownOperation known) {
        List<String> open = placement.questioned(known.merges()::stands);
        return command.rules().isEmpty() || !open.containsAll(command.rules())
                ? Decision.refuse(
                        Refusal.conflict(
                                "Only what is questioned can be settled; open is "
                                        + String.join(", ", open)
                                        + "."))
                : Decision.accept(
                        new QuestionSettled(
                                placement.personId(),
                                placement.placementId(),
                                placement.facilityId(),
                                command.rules(),
                                Confidential.of(command.reason().text())));
    }
}

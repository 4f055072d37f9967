package org.orangeline.placement.questions;

import java.util.List;
import java.util.Optional;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.PlacementQuestioned;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.PlacementCommand.QuestionPlacement;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * P14: says which rules a standing placement breaks since a fact changed; ends nothing by itself.
 */
public final class QuestionDecider {

    private QuestionDecider() {}

    public static Decision<PlacementEvent> question(
            QuestionPlacement command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        Optional<Placement> open = state.openPlacement(command.personId());
        if (open.isEmpty()) {
            return Decision.refuse(Refusal.conflict("There is no open placement."));
        }
        Placement placement = open.get();
        List<String> broken =
                PlacementCase.of(placement, state, known, context.today())
                        .map(PlacementRules::standing)
                        .orElse(List.of())
                        .stream()
                        .map(Violation::rule)
                        .distinct()
                        .filter(rule -> !placement.questioned().contains(rule))
                        .toList();
        if (broken.isEmpty()) {
            return Decision.refuse(Refusal.conflict("The placement breaks no further rule."));
        }
        return Decision.accept(
                new PlacementQuestioned(
                        placement.personId(),
                        placement.placementId(),
                        placement.facilityId(),
                        broken,
                        null));
    }
}

package org.orangeline.placement.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.events.Confidential;
import org.orangeline.events.placement.PlacementEvent;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.events.placement.SettlementRequested;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.QuestionCommand.SettleQuestion;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * P14: two humans settle a question, neither of whom ordered the placement or a transfer, or
 * changed the basis. No words close one on a rule that no signature lifts.
 */
final class SettlementDecider {

    private static final String ID = "P14";

    private SettlementDecider() {}

    static Decision<PlacementEvent> decide(
            Placement placement,
            SettleQuestion command,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        List<String> open = placement.questioned(known.merges()::stands);
        if (command.rules().isEmpty() || !open.containsAll(command.rules())) {
            return Decision.refuse(
                    Refusal.conflict(
                            "Only what is questioned can be settled; open is "
                                    + String.join(", ", open)
                                    + "."));
        }
        List<Violation> neverLifted =
                command.rules().stream()
                        .distinct()
                        .filter(PlacementRules::isNeverLifted)
                        .map(rule -> notByWords(placement, rule, state, known, context))
                        .toList();
        if (!neverLifted.isEmpty()) {
            return Decision.refuse(Refusal.rules(neverLifted));
        }
        var where = new Whereabouts(state, known);
        if (where.isDecidedBy(context.actor().text(), placement)) {
            return Decision.refuse(
                    Refusal.rule(
                            ID,
                            "Whoever ordered the placement or a transfer, or changed its basis,"
                                    + " cannot settle its questions; nor can who did so for another"
                                    + " open placement of the person."));
        }
        return settled(placement, command, where, context);
    }

    private static Violation notByWords(
            Placement placement,
            String rule,
            OperationPlacements state,
            KnownOperation known,
            Context context) {
        return new Violation(
                rule,
                "No signature lifts this rule: the question closes by itself when the rule is kept"
                        + " again, or the person is released. "
                        + StandingRules.satisfiedBy(placement, rule, state, known, context)
                                .orElse("The rule is kept now; the question is about to close."));
    }

    private static Decision<PlacementEvent> settled(
            Placement placement, SettleQuestion command, Whereabouts where, Context context) {
        List<String> first = new ArrayList<>();
        List<String> second = new ArrayList<>();
        String requestedBy = "";
        for (String rule : command.rules().stream().distinct().toList()) {
            Optional<String> before = requestedBy(placement, rule, where);
            if (before.isEmpty()) {
                first.add(rule);
            } else if (context.actor().mayBe(before.get())) {
                return Decision.refuse(
                        Refusal.rule(
                                ID,
                                "A second human has to say that "
                                        + rule
                                        + " is settled; this one did already."));
            } else if (!second.isEmpty() && !before.get().equals(requestedBy)) {
                return Decision.refuse(
                        Refusal.conflict(
                                "Different people asked for these; settle them one by one."));
            } else {
                requestedBy = before.get();
                second.add(rule);
            }
        }
        Confidential<String> reason = Confidential.of(command.reason().text());
        List<PlacementEvent> events = new ArrayList<>();
        if (!second.isEmpty()) {
            events.add(
                    new QuestionSettled(
                            placement.personId(),
                            placement.placementId(),
                            placement.facilityId(),
                            second,
                            reason,
                            requestedBy));
        }
        if (!first.isEmpty()) {
            events.add(
                    new SettlementRequested(
                            placement.personId(),
                            placement.placementId(),
                            placement.facilityId(),
                            first,
                            reason));
        }
        return Decision.accept(events);
    }

    // What was raised twice is asked for when either of the two is. The word of who decided on
    // another basis or place since counts no longer.
    private static Optional<String> requestedBy(
            Placement placement, String rule, Whereabouts where) {
        return placement
                .questions()
                .open(where.known().merges()::stands)
                .filter(question -> question.rule().equals(rule))
                .flatMap(question -> Stream.ofNullable(question.requestedBy()))
                .filter(by -> !where.isDecidedBy(by, placement))
                .findFirst();
    }
}

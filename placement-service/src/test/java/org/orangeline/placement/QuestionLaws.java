package org.orangeline.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orangeline.placement.Given.OP;
import static org.orangeline.placement.Given.ROBOT;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.orangeline.events.placement.QuestionSettled;
import org.orangeline.placement.PlacementCommand.WithdrawProposal;
import org.orangeline.placement.knowledge.Knowledge;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.questions.Raised;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Context;
import org.orangeline.runtime.Decision;
import org.orangeline.runtime.Violation;

/** What must be true of questions and proposals, whatever happened (rules P14, P19). */
final class QuestionLaws {

    private QuestionLaws() {}

    /** Two humans, neither of whom ordered it, and nothing that no signature lifts. */
    static void settlementIsLawful(
            QuestionSettled settled, OperationPlacements state, String actor) {
        Placement placement = state.placement(settled.placementId()).orElseThrow();
        String first = Objects.requireNonNull(settled.requestedBy());
        assertThat(settled.rules()).as("P14").noneMatch(PlacementRules::isNeverLifted);
        assertThat(Actor.mayBeOne(actor, first)).as("P14: two humans").isFalse();
        for (String human : List.of(actor, first)) {
            assertThat(human).isNotEqualTo(placement.orderedBy());
            assertThat(placement.changedBy()).doesNotContain(human);
        }
    }

    static void nothingIsLeftOpen(PlacementState own, Knowledge known, Instant now) {
        OperationPlacements state = own.operation(OP);
        KnownOperation facts = known.operation(OP);
        assertThat(
                        state.placements().values().stream()
                                .flatMap(one -> Raised.of(one, facts))
                                .filter(raised -> raised.isOverdue(now) && !raised.reported()))
                .as("P14: overdue questions are reported")
                .isEmpty();
        assertThat(
                        state.placements().values().stream()
                                .filter(one -> one.status().isOpen())
                                .flatMap(one -> unquestioned(one, state, facts, now)))
                .as("P14: no rule that no signature lifts is broken without a question")
                .isEmpty();
        var where = new Whereabouts(state, facts);
        assertThat(
                        facts.facts().values().stream()
                                .flatMap(one -> where.goneOnFrom(one.personId()).stream())
                                .filter(stay ->
                                        stay.questions().all().stream()
                                                .noneMatch(one -> one.rule().equals("P14"))))
                .as("P18: nobody is nowhere without a question")
                .isEmpty();
        assertThat(
                        state.proposals().values().stream()
                                .filter(one ->
                                        isLost(own, known, one.personId(), one.proposalId(), now)))
                .as("proposals follow the facts")
                .isEmpty();
    }

    private static Stream<String> unquestioned(
            Placement placement, OperationPlacements state, KnownOperation known, Instant now) {
        List<String> asked = placement.questioned(known.merges()::stands);
        return PlacementCase.of(placement, state, known, now).stream()
                .flatMap(one -> PlacementRules.standing(one).stream())
                .map(Violation::rule)
                .filter(rule -> PlacementRules.isNeverLifted(rule) && !asked.contains(rule))
                .map(rule -> rule + " " + placement);
    }

    private static boolean isLost(
            PlacementState own, Knowledge known, UUID person, UUID proposal, Instant now) {
        return new PlacementModel()
                        .decide(
                                new WithdrawProposal(OP, person, proposal),
                                own,
                                known,
                                new Context(now, ROBOT, new UUID(5, 5).toString()))
                instanceof Decision.Accepted<?>;
    }
}

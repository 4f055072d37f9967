package org.orangeline.intake.operations;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.runtime.Violation;

/**
 * L1: a plan gives everybody a line. Each of its rules names a group that it has and is the first
 * for somebody, and there is a group for those whom no rule matches.
 */
final class PlanDoesItsJob {

    private static final String RULE = "L1";

    private PlanDoesItsJob() {}

    static List<Violation> violations(StatedPlan plan) {
        return Stream.of(
                        namedOnce(plan),
                        IntStream.range(0, plan.rules().size())
                                .boxed()
                                .flatMap(at -> objection(plan, at).stream()),
                        fallback(plan).stream())
                .flatMap(found -> found)
                .map(detail -> new Violation(RULE, detail))
                .toList();
    }

    private static Stream<String> namedOnce(StatedPlan plan) {
        Stream<String> groups =
                plan.groups().stream().map(Group::code).distinct().count() == plan.groups().size()
                        ? Stream.empty()
                        : Stream.of("Each group stands in the plan once.");
        Stream<String> rules =
                plan.rules().stream().map(GroupingRule::id).distinct().count()
                                == plan.rules().size()
                        ? Stream.empty()
                        : Stream.of("Each rule has an id of its own.");
        return Stream.concat(groups, rules);
    }

    private static Optional<String> objection(StatedPlan plan, int at) {
        GroupingRule rule = plan.rules().get(at);
        String called = "Rule " + (at + 1);
        if (plan.kind(rule.group()).isEmpty()) {
            return Optional.of(
                    called
                            + " names a group that the plan has no line for: add the group, or name"
                            + " one of the plan's.");
        }
        if (Reach.ofNobody(rule)) {
            return Optional.of(
                    called + " fits nobody: let it leave out fewer nationalities than it names.");
        }
        return IntStream.range(0, at)
                .filter(before -> Reach.coversAll(plan.rules().get(before), rule))
                .mapToObj(before ->
                        called
                                + " can never match, since rule "
                                + (before + 1)
                                + " takes everybody whom it fits: put it before that one, or take"
                                + " it out.")
                .findFirst();
    }

    private static Optional<String> fallback(StatedPlan plan) {
        return plan.kind(plan.otherwise())
                        .filter(kind -> kind == GroupKind.UNDETERMINED)
                        .isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Who fits no rule needs a group: otherwise must name one of the plan's"
                                + " groups, of kind UNDETERMINED.");
    }
}

package org.orangeline.intake.operations;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.runtime.Violation;

/** L2: no rule of a plan leads children to a men's line, and no line becomes or stops being one. */
final class PlanKeepsChildrenFromMen {

    private PlanKeepsChildrenFromMen() {}

    static List<Violation> violations(StatedPlan plan) {
        return Stream.concat(
                        IntStream.range(0, plan.rules().size())
                                .filter(at -> leadsChildrenToMen(plan, at))
                                .mapToObj(at ->
                                        new Violation(
                                                "L2",
                                                "Rule "
                                                        + (at + 1)
                                                        + " would put children in a men's line: let"
                                                        + " it be for adults only.")),
                        plan.groups().stream()
                                .filter(group -> group.kind() == GroupKind.MEN)
                                .filter(group -> isShared(plan, group))
                                .map(group ->
                                        new Violation(
                                                "L2",
                                                "Group "
                                                        + group.code()
                                                        + " is for men and would wait in a line with"
                                                        + " others: give it a line of its own.")))
                .toList();
    }

    private static boolean isShared(StatedPlan plan, Group men) {
        return plan.groups().stream()
                .filter(other -> other.kind() != GroupKind.MEN)
                .anyMatch(other -> Plans.spelled(other.line()).equals(Plans.spelled(men.line())));
    }

    /**
     * What stands against another plan: who has a line keeps it, so that children may be in a line
     * of others, and men in one of men.
     */
    static List<Violation> violations(Plans before, StatedPlan plan) {
        return plan.groups().stream()
                .filter(group -> !before.fits(group))
                .map(group ->
                        new Violation(
                                "L2",
                                "The line of group "
                                        + group.code()
                                        + (group.kind() == GroupKind.MEN
                                                ? " had people who are no men: give the men another one."
                                                : " was one of men, who keep it: give the others"
                                                        + " another one.")))
                .toList();
    }

    private static boolean leadsChildrenToMen(StatedPlan plan, int at) {
        GroupingRule rule = plan.rules().get(at);
        if (rule.age() == AgeBand.ADULT
                || plan.kind(rule.group()).filter(GroupKind.MEN::equals).isEmpty()) {
            return false;
        }
        GroupingRule children = Reach.ofChildren(rule);
        return plan.rules().subList(0, at).stream()
                .noneMatch(before -> Reach.coversAll(before, children));
    }
}

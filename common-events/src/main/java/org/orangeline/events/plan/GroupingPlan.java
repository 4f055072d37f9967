package org.orangeline.events.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Rule L1 as data: groups, and ordered rules that say who waits where. What no rule matches waits
 * in {@code otherwise}.
 *
 * @param id the plan's name
 * @param groups every group, in the order of the lines
 * @param rules the first that fits wins
 * @param otherwise code of the group for people whom no rule matches; its kind is UNDETERMINED
 */
public record GroupingPlan(
        String id, List<Group> groups, List<GroupingRule> rules, String otherwise) {

    /**
     * @throws IllegalArgumentException when a group or rule stands twice, a rule names a group that
     *     the plan does not have, or the fallback is not an UNDETERMINED group
     */
    public GroupingPlan {
        groups = List.copyOf(groups);
        rules = List.copyOf(rules);
        var codes = groups.stream().map(Group::code).collect(Collectors.toSet());
        if (codes.size() != groups.size()) {
            throw new IllegalArgumentException("plan names a group twice");
        }
        if (rules.stream().map(GroupingRule::id).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("plan names a rule twice");
        }
        for (GroupingRule rule : rules) {
            if (!codes.contains(rule.group())) {
                throw new IllegalArgumentException(
                        "rule " + rule.id() + " names a group that the plan does not have");
            }
        }
        if (find(groups, otherwise).filter(g -> g.kind() == GroupKind.UNDETERMINED).isEmpty()) {
            throw new IllegalArgumentException(
                    "otherwise must name a group of kind UNDETERMINED of the plan");
        }
    }

    public Optional<Group> group(String code) {
        return find(groups, code);
    }

    private static Optional<Group> find(List<Group> groups, String code) {
        return groups.stream().filter(group -> group.code().equals(code)).findFirst();
    }
}

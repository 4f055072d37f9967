package org.orangeline.intake.operations;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.events.plan.GroupingRule;

/**
 * A grouping plan as somebody wrote it, which need not be one that can do its job.
 *
 * @param otherwise code of the group for people whom no rule matches
 */
public record StatedPlan(
        String id, List<Group> groups, List<GroupingRule> rules, @Nullable String otherwise) {

    public StatedPlan {
        // What is missing is told to the caller, who reads it in the shape of a plan.
        groups = groups == null ? groups : List.copyOf(groups);
        rules = rules == null ? rules : List.copyOf(rules);
    }

    public static StatedPlan of(GroupingPlan plan) {
        return new StatedPlan(plan.id(), plan.groups(), plan.rules(), plan.otherwise());
    }

    Optional<GroupKind> kind(@Nullable String group) {
        return groups.stream().filter(one -> one.code().equals(group)).findFirst().map(Group::kind);
    }

    /** The plan, once the policies have nothing to say against it. */
    GroupingPlan plan() {
        if (otherwise == null) {
            throw new IllegalStateException("a plan that can do its job has a fallback");
        }
        return new GroupingPlan(id, groups, rules, otherwise);
    }
}

package org.orangeline.intake.operations;

import java.util.stream.Stream;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.pcollections.TreePSet;

/**
 * The plan that counts, and what is left of those before it: who has a line keeps it (rule L1).
 *
 * @param now who waits where, as it counts now
 * @param ofMen codes of the groups that were, by any plan so far, for men only
 * @param ofOthers codes of the groups that were not
 */
public record Plans(GroupingPlan now, TreePSet<String> ofMen, TreePSet<String> ofOthers) {

    static Plans of(GroupingPlan first) {
        return new Plans(
                first,
                TreePSet.from(codes(first, true).toList()),
                TreePSet.from(codes(first, false).toList()));
    }

    Plans and(GroupingPlan next) {
        return new Plans(
                next,
                ofMen.plusAll(codes(next, true).toList()),
                ofOthers.plusAll(codes(next, false).toList()));
    }

    /** Whether a group is for men only, or is not, as it was by every plan so far, or is now. */
    boolean fits(Group group) {
        boolean ofMenOnly = group.kind() == GroupKind.MEN;
        return !(ofMenOnly ? ofOthers : ofMen).contains(group.code())
                || codes(now, ofMenOnly).anyMatch(group.code()::equals);
    }

    private static Stream<String> codes(GroupingPlan plan, boolean ofMen) {
        return plan.groups().stream()
                .filter(group -> (group.kind() == GroupKind.MEN) == ofMen)
                .map(Group::code);
    }
}

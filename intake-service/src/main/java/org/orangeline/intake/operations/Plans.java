package org.orangeline.intake.operations;

import java.text.Normalizer;
import java.util.Locale;
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
 * @param linesOfMen lines in which groups for men only waited, by any plan so far, see {@link
 *     #spelled}
 * @param linesOfOthers lines in which others waited
 */
public record Plans(
        GroupingPlan now,
        TreePSet<String> ofMen,
        TreePSet<String> ofOthers,
        TreePSet<String> linesOfMen,
        TreePSet<String> linesOfOthers) {

    static Plans of(GroupingPlan first) {
        return new Plans(
                first,
                TreePSet.from(codes(first, true).toList()),
                TreePSet.from(codes(first, false).toList()),
                TreePSet.from(lines(first, true).toList()),
                TreePSet.from(lines(first, false).toList()));
    }

    Plans and(GroupingPlan next) {
        return new Plans(
                next,
                ofMen.plusAll(codes(next, true).toList()),
                ofOthers.plusAll(codes(next, false).toList()),
                linesOfMen.plusAll(lines(next, true).toList()),
                linesOfOthers.plusAll(lines(next, false).toList()));
    }

    /** Whether a group, and its line, are for men only or for others as before, or as now. */
    boolean fits(Group group) {
        return fitsCode(group) && fitsLine(group);
    }

    private boolean fitsCode(Group group) {
        boolean ofMenOnly = group.kind() == GroupKind.MEN;
        return !(ofMenOnly ? ofOthers : ofMen).contains(group.code())
                || codes(now, ofMenOnly).anyMatch(group.code()::equals);
    }

    // No man waits where others did, and nobody else where men did, or does so now.
    private boolean fitsLine(Group group) {
        boolean ofMenOnly = group.kind() == GroupKind.MEN;
        String line = spelled(group.line());
        return !(ofMenOnly ? linesOfOthers : linesOfMen).contains(line)
                || lines(now, ofMenOnly).anyMatch(line::equals);
    }

    /** A line by its letters and digits: another case or dash is no other line. */
    static String spelled(String line) {
        return Normalizer.normalize(line, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ")
                .strip();
    }

    private static Stream<String> lines(GroupingPlan plan, boolean ofMen) {
        return plan.groups().stream()
                .filter(group -> (group.kind() == GroupKind.MEN) == ofMen)
                .map(group -> spelled(group.line()));
    }

    private static Stream<String> codes(GroupingPlan plan, boolean ofMen) {
        return plan.groups().stream()
                .filter(group -> (group.kind() == GroupKind.MEN) == ofMen)
                .map(Group::code);
    }
}

package org.orangeline.intake.operations;

import org.orangeline.events.model.AgeBand;
import org.orangeline.events.plan.GroupingRule;

/** Whom a rule of a plan fits, compared with another one. A plan that may be sound passes. */
final class Reach {

    private Reach() {}

    /** Whether it contradicts itself. */
    static boolean ofNobody(GroupingRule rule) {
        return !rule.nationalities().isEmpty()
                && rule.notNationalities().containsAll(rule.nationalities());
    }

    /** Whether the first one fits everybody whom the second one fits. */
    static boolean coversAll(GroupingRule first, GroupingRule second) {
        boolean sexes =
                first.sexes().isEmpty()
                        || (!second.sexes().isEmpty() && first.sexes().containsAll(second.sexes()));
        boolean ages = first.age() == null || first.age() == second.age();
        boolean nationalities =
                first.nationalities().isEmpty()
                        || (!second.nationalities().isEmpty()
                                && first.nationalities().containsAll(second.nationalities()));
        // Who claims another country than those of a list, claims another one than some of them.
        boolean others =
                first.notNationalities().isEmpty()
                        || (!second.notNationalities().isEmpty()
                                && second.notNationalities().containsAll(first.notNationalities()));
        return sexes && ages && nationalities && others;
    }

    /** The part of a rule that fits children. */
    static GroupingRule ofChildren(GroupingRule rule) {
        return new GroupingRule(
                rule.id(),
                rule.group(),
                rule.sexes(),
                AgeBand.CHILD,
                rule.nationalities(),
                rule.notNationalities());
    }
}

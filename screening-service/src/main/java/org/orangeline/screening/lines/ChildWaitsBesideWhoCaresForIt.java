package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.events.model.FamilyRole;
import org.orangeline.events.model.FamilyTie;
import org.orangeline.events.model.Sex;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.screening.knowledge.KnownPerson;

/** L2: a child waits beside its mother or guardian, when she is known and has a line. */
public final class ChildWaitsBesideWhoCaresForIt implements Sorting {

    @Override
    public String rule() {
        return "L2";
    }

    @Override
    public Optional<Sorted> sort(Arrival arrival) {
        if (!arrival.isChildOrInDoubt()) {
            return Optional.empty();
        }
        return arrival.family().stream()
                .filter(ChildWaitsBesideWhoCaresForIt::isMotherOrGuardian)
                .flatMap(carer -> arrival.waitsIn().apply(carer.personId()).stream())
                .filter(group -> group.kind() == GroupKind.WOMEN_AND_CHILDREN)
                .findFirst()
                .map((Group group) -> new Sorted(group, rule()));
    }

    static boolean isMotherOrGuardian(KnownPerson person) {
        FamilyTie tie = person.family();
        return tie != null
                && (tie.role() == FamilyRole.GUARDIAN
                        || (tie.role() == FamilyRole.PARENT && person.sex() == Sex.FEMALE));
    }
}

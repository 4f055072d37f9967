package org.orangeline.screening.lines;

import java.util.Optional;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;

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
        return arrival.carers().stream()
                .flatMap(carer -> arrival.waitsIn().apply(carer.personId()).stream())
                .filter(group -> group.kind() == GroupKind.WOMEN_AND_CHILDREN)
                .findFirst()
                .map((Group group) -> new Sorted(group, rule()));
    }
}

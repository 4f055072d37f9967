package org.orangeline.screening.lines;

import java.util.Optional;
import java.util.Set;
import org.orangeline.events.model.AgeBand;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingRule;
import org.orangeline.screening.knowledge.KnownPerson;

/**
 * L1: the first rule of the operation's plan that fits; who fits none waits for an officer. No plan
 * can send a child to a line of men (L2).
 */
public final class PlanAssigns implements Sorting {

    @Override
    public String rule() {
        return "L1";
    }

    @Override
    public Optional<Sorted> sort(Arrival arrival) {
        KnownPerson person = arrival.person();
        AgeBand band = person.band(arrival.today());
        Set<String> claims = person.strongestClaims();
        for (GroupingRule planned : arrival.plan().rules()) {
            if (planned.fits(person.sex(), band, claims)) {
                Group group = arrival.plan().group(planned.group()).orElseThrow();
                return Optional.of(
                        arrival.isChildOrInDoubt() && group.kind() == GroupKind.MEN
                                ? new Sorted(arrival.firstForChildren(), "L2")
                                : new Sorted(group, planned.id()));
            }
        }
        return Optional.of(new Sorted(arrival.otherwise(), rule()));
    }
}

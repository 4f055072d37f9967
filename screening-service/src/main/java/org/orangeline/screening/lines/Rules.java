package org.orangeline.screening.lines;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.screening.Policies;
import org.orangeline.screening.ScreeningState;
import org.orangeline.screening.knowledge.Kin;
import org.orangeline.screening.knowledge.Knowledge;
import org.orangeline.screening.knowledge.KnownOperation;
import org.orangeline.screening.knowledge.KnownPerson;

/** What rules L1 and L2 say about a person by what is known. */
final class Rules {

    private Rules() {}

    static Sorting.Sorted sort(
            String operation,
            KnownPerson person,
            GroupingPlan plan,
            LocalDate today,
            ScreeningState own,
            Knowledge known,
            Kin kin) {
        KnownOperation open = known.operation(operation);
        if (open == null) {
            throw new IllegalArgumentException("the operation is not known");
        }
        Predicate<KnownPerson> here = one -> known.isHere(operation, one.personId().toString());
        var arrival =
                new Sorting.Arrival(
                        open.whole(person),
                        kin.isAlone(person),
                        kin.carersOf(person),
                        () ->
                                kin.caresAlone(person, today, here)
                                        || (person.isChildOrInDoubt(today)
                                                && !kin.fathersOf(person, today, here).isEmpty()),
                        plan,
                        today,
                        id ->
                                known.isHere(operation, id.toString())
                                        ? own.place(operation, id)
                                                .flatMap(place -> open.group(place.group()))
                                        : Optional.<Group>empty());
        return Policies.SORTING.stream()
                .flatMap(sorting -> sorting.sort(arrival).stream())
                .findFirst()
                .orElseThrow();
    }
}

package org.orangeline.screening.lines;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.orangeline.events.plan.Group;
import org.orangeline.events.plan.GroupKind;
import org.orangeline.events.plan.GroupingPlan;
import org.orangeline.screening.knowledge.KnownPerson;

/** One of the rules that say where a person waits who has just arrived. */
public interface Sorting {

    /** The rule's id. */
    String rule();

    /** Empty when this rule has nothing to say about the person. */
    Optional<Sorted> sort(Arrival arrival);

    /**
     * What there is to go by.
     *
     * @param alone whether nobody of the person's family is known
     * @param carers who of the family is mother or guardian
     * @param withFather whether the person is a man alone with children in his care, or a child
     *     whom such a man cares for; looked up only when it is asked
     * @param waitsIn the group that a person waits in, empty while there is none
     */
    record Arrival(
            KnownPerson person,
            boolean alone,
            List<KnownPerson> carers,
            BooleanSupplier withFather,
            GroupingPlan plan,
            LocalDate today,
            Function<UUID, Optional<Group>> waitsIn) {

        Group otherwise() {
            return plan.group(plan.otherwise()).orElseThrow();
        }

        /** The first line of women and children; the officer's table where a plan has none. */
        Group firstForChildren() {
            return plan.groups().stream()
                    .filter(group -> group.kind() == GroupKind.WOMEN_AND_CHILDREN)
                    .findFirst()
                    .orElseGet(this::otherwise);
        }

        /** Where a man waits with his children; empty where a plan has no such line. */
        Optional<Group> forFamilies() {
            return plan.groups().stream()
                    .filter(group -> group.kind() == GroupKind.FAMILY)
                    .findFirst();
        }

        boolean isChildOrInDoubt() {
            return person.isChildOrInDoubt(today);
        }
    }

    /**
     * @param because id of the plan's rule, {@code L1} or {@code L2}
     */
    record Sorted(Group group, String because) {}
}

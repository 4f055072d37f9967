package org.orangeline.placement.orders;

import java.time.LocalDate;
import java.util.Optional;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.runtime.Refusal;

/**
 * P6: a child is released to somebody who cares for it and is outside, and to nobody else. Who
 * cares for it is released first, or two people sign that the child goes without.
 */
final class ReleasedAlone {

    private static final String ID = "P6";

    private ReleasedAlone() {}

    static Optional<Refusal> of(
            Placement placement, OperationPlacements state, KnownOperation known, LocalDate today) {
        var where = new Whereabouts(state, known);
        boolean alone =
                known.person(placement.personId())
                        .filter(person -> known.isChildOrInDoubt(person, today))
                        .filter(child ->
                                known.carers(child)
                                        .filter(carer -> known.isCarer(carer, child))
                                        .noneMatch(carer -> isOutside(carer, where, today)))
                        .isPresent();
        return alone && !isSigned(placement, state)
                ? Optional.of(
                        Refusal.rule(
                                ID,
                                "A child is not released alone: release its carer first, transfer the"
                                        + " child to its carer, or have two people sign an override for"
                                        + " this child and its present facility."))
                : Optional.empty();
    }

    /** Whether an adult was released, or left, and is neither held nor waits. */
    private static boolean isOutside(PersonFacts carer, Whereabouts where, LocalDate today) {
        return !where.known().isChildOrInDoubt(carer, today) && where.isFree(carer);
    }

    private static boolean isSigned(Placement placement, OperationPlacements state) {
        return state.safeguards()
                .signed(placement.personId(), placement.facilityId(), ID)
                .isPresent();
    }
}

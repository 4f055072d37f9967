package org.orangeline.placement.proposals;

import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.knowledge.PersonFacts;
import org.orangeline.placement.orders.Whereabouts;

/**
 * Merges that were taken back, as causes of proposals: what caused a proposal before the merge has
 * had its effect, and causes no second one.
 */
public final class Reversals {

    private Reversals() {}

    /**
     * Ids of the reversals of the person's merges, while nothing is proposed for the person, and
     * nobody ordered shelter: what is proposed follows the facts by itself.
     */
    static Stream<String> of(PersonFacts person, OperationPlacements state, KnownOperation known) {
        return isAnswered(person, state, known)
                ? Stream.empty()
                : known.merges().reversals(person.personId());
    }

    /** As {@link #of}, and of the merges of the relative beside whom the child is to be. */
    public static Stream<String> of(
            PersonFacts child,
            PersonFacts relative,
            OperationPlacements state,
            KnownOperation known) {
        return isAnswered(child, state, known)
                ? Stream.empty()
                : Stream.concat(
                                known.merges().reversals(child.personId()),
                                known.merges().reversals(relative.personId()))
                        .distinct();
    }

    // A human who ordered shelter has answered what was proposed before the merge.
    private static boolean isAnswered(
            PersonFacts person, OperationPlacements state, KnownOperation known) {
        return state.proposal(known.merges().counts(person.personId())).isPresent()
                || new Whereabouts(state, known)
                        .open(person.personId())
                        .anyMatch(placement -> !placement.held());
    }
}

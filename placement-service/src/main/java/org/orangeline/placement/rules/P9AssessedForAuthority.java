package org.orangeline.placement.rules;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.orangeline.placement.safeguards.Assessment;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.placement.safeguards.Receiver;
import org.orangeline.runtime.Actor;
import org.orangeline.runtime.Violation;

/**
 * P9: a facility that another authority runs takes the person over; the order or transfer is a
 * hand-over and needs its assessment. Within one authority's facilities nobody is handed over.
 */
final class P9AssessedForAuthority implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        Optional<Receiver> authority = handsOverTo(placement);
        return authority.isEmpty() || isSafe(placement, authority.get(), _ -> true)
                ? Optional.empty()
                : Optional.of(
                        new NonRefoulement(placement.state(), placement.known()).unassessed());
    }

    /**
     * Of somebody who is, or is to be brought, where another authority takes over: it was handed
     * the person without an assessment.
     */
    static Optional<Violation> ofTakeover(PlacementCase placement) {
        return placement
                .authority()
                .filter(authority -> !isSafe(placement, authority, _ -> true))
                .map(_ -> new NonRefoulement(placement.state(), placement.known()).unassessed());
    }

    /**
     * Of somebody whose records were held to be another person's too, and are not any more: what
     * was found about that one said nothing of this one. How long ago it was counts for no one who
     * is there already.
     */
    static Optional<Violation> ofParted(PlacementCase placement) {
        UUID person = placement.person().personId();
        var asked = new NonRefoulement(placement.state(), placement.known());
        boolean wasParted =
                placement.known().merges().same(person).stream()
                        .flatMap(placement.known().merges()::partedFrom)
                        .findAny()
                        .isPresent();
        return placement
                .authority()
                .filter(authority -> wasParted && !asked.wasEverSafe(person, authority))
                .map(_ -> asked.unassessed());
    }

    /** Who orders is another human than who made the assessment. */
    static Optional<Violation> ofOneHuman(PlacementCase placement, Actor actor) {
        return handsOverTo(placement)
                .filter(authority ->
                        isSafe(placement, authority, _ -> true)
                                && !isSafe(placement, authority, one -> !actor.mayBe(one.by())))
                .map(_ -> NonRefoulement.oneHuman());
    }

    private static Optional<Receiver> handsOverTo(PlacementCase placement) {
        return placement.authority().filter(authority -> !placement.isHeldBy(authority));
    }

    private static boolean isSafe(
            PlacementCase placement, Receiver authority, Predicate<Assessment> fit) {
        return new NonRefoulement(placement.state(), placement.known())
                .safe(placement.person().personId(), authority, placement.now(), fit)
                .isPresent();
    }
}

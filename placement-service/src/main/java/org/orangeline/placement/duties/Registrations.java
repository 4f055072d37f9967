package org.orangeline.placement.duties;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.orangeline.placement.OperationPlacements;
import org.orangeline.placement.knowledge.KnownOperation;
import org.orangeline.placement.orders.Placement;
import org.orangeline.placement.orders.Whereabouts;

/**
 * Duties are the person's: what was done, decided or appealed under another registration of the
 * same person counts for a placement, for as long as the two are one person's (rules P10 to P12,
 * P19).
 */
public final class Registrations {

    private Registrations() {}

    /** The placement as it counts for the person; the same where there is one registration. */
    public static Placement seen(
            Placement placement, OperationPlacements state, KnownOperation known) {
        List<UUID> same = known.merges().same(placement.personId());
        if (same.size() < 2 || !placement.held() || !placement.status().isOpen()) {
            return placement;
        }
        CustodyFacts done =
                others(placement, same)
                        .map(state::custody)
                        .reduce(CustodyFacts.NONE, CustodyFacts::and)
                        .of(Duties.custodySince(placement, known), placement.freeBefore());
        // What another open placement of the person lists is listed once.
        Set<String> listed =
                new Whereabouts(state, known)
                        .open(placement.personId())
                        .filter(other -> !other.placementId().equals(placement.placementId()))
                        .flatMap(other -> other.duties().appeals().keySet().stream())
                        .collect(Collectors.toSet());
        Placement seen = placement.with(placement.duties().and(done, listed));
        Liberty elsewhere = CustodyFacts.stays(done.liberty(), state.custody(placement.personId()));
        Liberty own = placement.liberty();
        return own == null || !own.stands(placement.personId(), known)
                ? seen.with(elsewhere)
                : seen;
    }

    private static Stream<UUID> others(Placement placement, List<UUID> same) {
        return same.stream().filter(record -> !record.equals(placement.personId()));
    }
}

package org.orangeline.screening.history;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.events.screening.FindingRecommended;
import org.orangeline.screening.screening.Conclusion;
import org.orangeline.screening.screening.Recommendation;
import org.orangeline.screening.screening.Screening;

/**
 * What was recommended, with its grounds and its time, also after the approval: a conclusion keeps
 * the id only.
 */
final class Recommendations {

    private final Map<UUID, Recommendation> byId = new HashMap<>();

    void add(Look look, FindingRecommended event) {
        Optional.ofNullable(screening(look, event.personId()).recommendation())
                .ifPresent(one -> byId.put(one.id(), one));
    }

    /** The one whose conclusion stands. */
    Optional<Recommendation> standing(Look look, UUID person) {
        return Optional.ofNullable(screening(look, person).conclusion())
                .filter(conclusion -> !conclusion.reopened())
                .map(Conclusion::recommendationId)
                .map(byId::get);
    }

    /** The one that waits for its approval, or whose conclusion stands. */
    Optional<Recommendation> last(Look look, UUID person) {
        return Optional.ofNullable(screening(look, person).recommendation())
                .or(() -> standing(look, person));
    }

    private static Screening screening(Look look, UUID person) {
        return look.own().screening(look.operation(), person);
    }
}

package org.orangeline.placement.convoys;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.orangeline.placement.orders.Whereabouts;
import org.orangeline.placement.rules.PlacementCase;
import org.orangeline.placement.rules.PlacementRules;
import org.orangeline.runtime.Refusal;
import org.orangeline.runtime.Violation;

/**
 * What was learned since the order: nobody is brought where no signature could have them be (P3,
 * P4, P5, P13), nor to an authority with which there is a risk (P9).
 */
final class RulesOnBoard {

    private RulesOnBoard() {}

    static Optional<Refusal> refusal(
            Collection<UUID> aboard, String facilityId, Whereabouts where, Instant now) {
        List<Violation> broken =
                aboard.stream()
                        .flatMap(where::open)
                        .filter(placement -> placement.isToTravelTo(facilityId))
                        .flatMap(placement ->
                                PlacementCase.at(
                                        placement,
                                        placement.destination(),
                                        List.of(),
                                        where.state(),
                                        where.known(),
                                        now)
                                        .stream())
                        .flatMap(placement -> PlacementRules.ofDeparture(placement).stream())
                        .map(RulesOnBoard::stays)
                        .distinct()
                        .toList();
        return broken.isEmpty() ? Optional.empty() : Optional.of(Refusal.rules(broken));
    }

    private static Violation stays(Violation broken) {
        return new Violation(
                broken.rule(), "Somebody on board has to stay behind. " + broken.detail());
    }
}

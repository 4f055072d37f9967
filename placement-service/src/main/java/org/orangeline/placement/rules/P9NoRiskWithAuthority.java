package org.orangeline.placement.rules;

import java.util.Optional;
import org.orangeline.placement.safeguards.NonRefoulement;
import org.orangeline.runtime.Violation;

/** P9: nobody is in a facility of an authority with whose state a risk stands. */
final class P9NoRiskWithAuthority implements PlacementRule {

    @Override
    public Optional<Violation> check(PlacementCase placement) {
        var asked = new NonRefoulement(placement.state(), placement.known());
        return placement
                .authority()
                .flatMap(authority -> asked.atRisk(placement.person().personId(), authority))
                .map(NonRefoulement::risk);
    }
}

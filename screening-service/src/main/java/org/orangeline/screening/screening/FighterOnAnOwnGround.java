package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.GroundCode;
import org.orangeline.screening.Policy;

/**
 * S2 (GC IV 44): nationality, sex, a family tie or the line is never sufficient for FIGHTER, and
 * neither is a neutral ground. FAMILY_MEMBER may rest on a tie.
 */
public final class FighterOnAnOwnGround implements Policy<Case> {

    @Override
    public String rule() {
        return "S2";
    }

    @Override
    public Optional<String> objection(Case one) {
        return one.finding() == Finding.FIGHTER
                        && one.grounds().stream().noneMatch(GroundCode::isIndividual)
                ? Optional.of(
                        "FIGHTER needs a criminal or security ground of the person's own;"
                                + " nationality, sex, a family tie or the line is never enough.")
                : Optional.empty();
    }
}

package org.orangeline.screening.screening;

import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;

/**
 * A ground without its statement: what the rules look at.
 *
 * @param actOn when the act was, as far as it is known; see {@link Ground}
 * @param ageAtAct how old the person was then, in years
 */
public record BareGround(GroundCode code, @Nullable String actOn, @Nullable Integer ageAtAct) {

    static BareGround of(Ground ground) {
        return new BareGround(ground.code(), ground.actOn(), ground.ageAtAct());
    }

    static BareGround of(GroundCode code) {
        return new BareGround(code, null, null);
    }

    Ground ground() {
        return new Ground(code, Confidential.of(""), actOn, ageAtAct);
    }
}

package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/** S1: each person has a screening of their own. */
public final class OwnRecommendationOnly implements Policy<Verdict> {

    @Override
    public String rule() {
        return "S1";
    }

    @Override
    public Optional<String> objection(Verdict verdict) {
        return verdict.recommendation().isPresent()
                ? Optional.empty()
                : Optional.of(
                        "This person has no open recommendation; nothing is concluded for a line or"
                                + " a family.");
    }
}

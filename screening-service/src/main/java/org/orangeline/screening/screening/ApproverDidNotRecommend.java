package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/**
 * S3: who approves, or sends back, is not who recommended: neither the officer who sent the
 * recommendation nor who captured it on a shared tablet.
 */
public final class ApproverDidNotRecommend implements Policy<Verdict> {

    @Override
    public String rule() {
        return "S3";
    }

    @Override
    public Optional<String> objection(Verdict verdict) {
        return verdict.recommendation()
                .filter(recommendation -> recommendation.mayBeOf(verdict.by()))
                .map(unused ->
                        "A second officer decides on a recommendation, never its author, nor who captured it on a tablet.");
    }
}

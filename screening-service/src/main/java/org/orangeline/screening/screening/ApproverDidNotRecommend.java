package org.orangeline.screening.screening;

import java.util.Optional;
import org.orangeline.screening.Policy;

/** S3: who approves, or sends back, is not who recommended. */
public final class ApproverDidNotRecommend implements Policy<Verdict> {

    @Override
    public String rule() {
        return "S3";
    }

    @Override
    public Optional<String> objection(Verdict verdict) {
        return verdict.recommendation()
                .filter(recommendation -> verdict.by().mayBeId(recommendation.by()))
                .map(unused -> "A second officer decides on a recommendation, never its author.");
    }
}

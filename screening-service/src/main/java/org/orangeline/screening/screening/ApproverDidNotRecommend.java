package org.orangeline.screening.screening;

import java.util.Optional;
import java.util.stream.Stream;
import org.orangeline.screening.Policy;

/**
 * S3: who approves, or sends back, is not who recommended: neither the officer who sent the
 * recommendation nor who captured it on a shared tablet, by any registration of the person.
 */
public final class ApproverDidNotRecommend implements Policy<Verdict> {

    @Override
    public String rule() {
        return "S3";
    }

    @Override
    public Optional<String> objection(Verdict verdict) {
        return Stream.concat(verdict.recommendation().stream(), verdict.others().stream())
                .filter(recommendation -> recommendation.mayBeOf(verdict.by()))
                .findFirst()
                .map(unused ->
                        "A second officer decides on a recommendation, never its author, nor who captured it on a tablet.");
    }
}

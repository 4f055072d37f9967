package org.orangeline.placement.questions;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time during which a rule of placement did not hold for somebody.
 *
 * @param how what the register made of it
 * @param from when it began
 * @param until when it ended; null when it lasts
 * @param by who ended it or signed for it, as the log names them
 * @param ending the event that ended it; null when it lasts, or no event of the placement did
 */
public record RuleMoment(
        String operation,
        String rule,
        How how,
        UUID personId,
        @Nullable UUID placementId,
        Instant from,
        @Nullable Instant until,
        List<String> by,
        @Nullable String ending) {

    public RuleMoment {
        by = List.copyOf(by);
    }

    RuleMoment ended(Instant at, List<String> who, @Nullable String event) {
        return new RuleMoment(operation, rule, how, personId, placementId, from, at, who, event);
    }

    /** What the register made of it. */
    public enum How {
        /** It was questioned (P14). */
        QUESTIONED,
        /** Two people signed for it before (P6, P8, P15). */
        SIGNED,
        /** A duty was overdue, and reported (P10 to P12, P17, P19). */
        OVERDUE,
        /** Nobody knows where the person is (P17). */
        MISSING,
        /** It was done on another person's record, as the reversal of a merge showed (P9). */
        LENT,
        /** The register says nothing of it: a fault. */
        UNNOTICED
    }
}

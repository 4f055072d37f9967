package org.orangeline.launcher.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.orangeline.placement.questions.RuleMoment;
import org.orangeline.screening.history.ScreeningMoment;

/**
 * A time during which a rule did not hold, of whichever service.
 *
 * @param how what the register made of it, in one word
 * @param unnoticed whether it is a fault
 * @param where whom it is about
 */
record Moment(
        String rule,
        String how,
        boolean unnoticed,
        String where,
        Instant from,
        @Nullable Instant until,
        @Nullable String ending,
        List<String> by) {

    static Moment of(RuleMoment one) {
        return new Moment(
                one.rule(),
                word(one.how()),
                one.how() == RuleMoment.How.UNNOTICED,
                "person %s, placement %s".formatted(one.personId(), one.placementId()),
                one.from(),
                one.until(),
                one.ending(),
                one.by());
    }

    static Moment of(ScreeningMoment one) {
        return new Moment(
                one.rule(),
                word(one.how()),
                one.how() == ScreeningMoment.How.UNNOTICED,
                "person %s".formatted(one.personId()),
                one.from(),
                one.until(),
                one.ending(),
                one.by());
    }

    private static String word(Enum<?> how) {
        return how.name().toLowerCase(Locale.ROOT);
    }

    String kind() {
        return rule + " " + how;
    }

    /** When it was, and who ended it. */
    String told() {
        return "from %s until %s%s%s"
                .formatted(
                        from,
                        until == null ? "now" : until,
                        ending == null ? "" : " (" + ending + ")",
                        by.isEmpty() ? "" : " by " + String.join(", ", by));
    }
}

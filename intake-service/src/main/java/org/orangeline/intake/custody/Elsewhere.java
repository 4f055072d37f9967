package org.orangeline.intake.custody;

import org.jspecify.annotations.Nullable;

/**
 * That a person is not where a placement says.
 *
 * @param missing whether somebody looks for the person (rule P17)
 * @param away whether the person is away for more than a day, and cares for nobody meanwhile (P15)
 * @param before how it would be without the last fact, which may be withdrawn (P18); null for there
 */
record Elsewhere(boolean missing, boolean away, @Nullable Elsewhere before) {

    /** Where the placement says. */
    static final Elsewhere THERE = new Elsewhere(false, false, null);

    /** A fact that may be withdrawn says so. */
    Elsewhere then(boolean nowMissing, boolean nowAway) {
        Elsewhere earlier = isThere() ? null : new Elsewhere(missing, away, null);
        return new Elsewhere(nowMissing, nowAway, earlier);
    }

    /** Reported missing, or found: that counts also if the last fact was not so. */
    Elsewhere missing(boolean now) {
        boolean stillAway = before != null && before.away;
        Elsewhere earlier =
                before == null && !now ? null : new Elsewhere(now, now && stillAway, null);
        return new Elsewhere(now, now && away, earlier);
    }

    /** The alarm of an absence goes with the absence. */
    Elsewhere overdue() {
        return new Elsewhere(true, away, before);
    }

    /** The last fact was not so. */
    Elsewhere withdrawn() {
        return before == null ? THERE : before;
    }

    /** Whether nothing has to be remembered of the person. */
    boolean isNothing() {
        return isThere() && (before == null || before.isThere());
    }

    private boolean isThere() {
        return !missing && !away;
    }
}

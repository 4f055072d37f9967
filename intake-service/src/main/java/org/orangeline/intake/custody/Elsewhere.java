package org.orangeline.intake.custody;

import org.jspecify.annotations.Nullable;

/**
 * That a person is not where a placement says. Facts are withdrawn one after the other (rule P18),
 * so each remembers how it was before.
 *
 * @param missing whether somebody looks for the person (rule P17)
 * @param away whether the person is away for more than a day, and cares for nobody meanwhile (P15)
 * @param before how it would be without the last fact; null for there
 */
record Elsewhere(boolean missing, boolean away, @Nullable Elsewhere before) {

    /** Where the placement says. */
    static final Elsewhere THERE = new Elsewhere(false, false, null);

    /** So many facts are withdrawn one after the other, and no more. */
    private static final int MOST = 8;

    /** A fact that may be withdrawn says so. */
    Elsewhere then(boolean nowAway) {
        return new Elsewhere(false, nowAway, limited(MOST));
    }

    /** Reported missing, or found: that counts also if the last facts were not so. */
    Elsewhere missing(boolean now) {
        Elsewhere bottom = now ? new Elsewhere(true, false, null) : null;
        return new Elsewhere(now, now && away, before == null ? bottom : before.missing(now));
    }

    /** The alarm of an absence goes with the absence. */
    Elsewhere overdue() {
        return new Elsewhere(true, away, before);
    }

    /** The last fact was not so. */
    Elsewhere withdrawn() {
        return before == null ? THERE : before;
    }

    /** An earlier death was recorded by mistake: no withdrawal goes back beyond it. */
    Elsewhere alive() {
        return new Elsewhere(missing, away, null);
    }

    /** Whether nothing has to be remembered of the person. */
    boolean isNothing() {
        return !missing && !away && (before == null || before.isNothing());
    }

    private @Nullable Elsewhere limited(int facts) {
        if (facts == 0 || isNothing()) {
            return null;
        }
        return new Elsewhere(missing, away, before == null ? null : before.limited(facts - 1));
    }
}

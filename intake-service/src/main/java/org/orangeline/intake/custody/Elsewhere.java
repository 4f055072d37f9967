package org.orangeline.intake.custody;

import org.jspecify.annotations.Nullable;

/**
 * That a person is not where one placement says. Facts are withdrawn one after the other (rule
 * P18), so each remembers how it was before.
 *
 * @param missing whether somebody looks for the person (rule P17)
 * @param away whether the person is away for more than a day, and cares for nobody meanwhile (P15)
 * @param before how it would be without the last fact; null for the same, whatever is withdrawn
 */
record Elsewhere(boolean missing, boolean away, @Nullable Elsewhere before) {

    /** Where the placement says. */
    static final Elsewhere THERE = new Elsewhere(false, false, null);

    /** So many facts are withdrawn one after the other, and no more. */
    private static final int MOST = 16;

    Elsewhere {
        // A bottom that equals this one adds nothing.
        if (before != null
                && before.before == null
                && before.missing == missing
                && before.away == away) {
            before = null;
        }
    }

    /** A fact that may be withdrawn says so. */
    Elsewhere then(boolean nowAway) {
        return new Elsewhere(false, nowAway, limited(MOST));
    }

    /** Reported missing: that counts also if the last facts were not so. */
    Elsewhere reported() {
        return new Elsewhere(true, away, before == null ? null : before.reported());
    }

    /** Found: that counts also if the last facts were not so. */
    Elsewhere found() {
        return new Elsewhere(false, false, before == null ? null : before.found());
    }

    /** The alarm of an absence goes with the absence. */
    Elsewhere overdue() {
        return new Elsewhere(true, away, before == null ? this : before);
    }

    /** The person stays, and is no longer looked for. */
    Elsewhere staying() {
        return new Elsewhere(false, away, before);
    }

    /** In another place: no earlier fact can be withdrawn. */
    Elsewhere moved() {
        return new Elsewhere(false, away, null);
    }

    /** The last fact was not so. */
    Elsewhere withdrawn() {
        return before == null ? this : before;
    }

    private Elsewhere limited(int facts) {
        return before == null || facts == 0
                ? new Elsewhere(missing, away, null)
                : new Elsewhere(missing, away, before.limited(facts - 1));
    }
}

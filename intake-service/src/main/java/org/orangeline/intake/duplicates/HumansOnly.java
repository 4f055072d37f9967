package org.orangeline.intake.duplicates;

import org.orangeline.runtime.Refusal;

/** S6: that two registrations are of one person, or of two, is decided by a named human. */
final class HumansOnly {

    private HumansOnly() {}

    static Refusal refusal() {
        return Refusal.rule(
                "S6", "A named human has to decide this; a machine's token is refused.");
    }
}

package org.orangeline.intake.duplicates;

import org.orangeline.runtime.Refusal;

/** S6: who is whom, and what is true of a person, is decided by a named human. */
public final class HumansOnly {

    private HumansOnly() {}

    public static Refusal refusal() {
        return Refusal.rule(
                "S6", "A named human has to decide this; a machine's token is refused.");
    }
}

package org.orangeline.placement.orders;

import org.orangeline.runtime.Refusal;

/** S6: orders, admissions and releases are made by named humans. */
public final class HumansOnly {

    private HumansOnly() {}

    public static Refusal refusal() {
        return Refusal.rule(
                "S6", "A named human has to decide this; a machine's token is refused.");
    }
}

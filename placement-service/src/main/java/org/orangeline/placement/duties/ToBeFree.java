package org.orangeline.placement.duties;

import org.orangeline.runtime.Refusal;

/** Refusals of what would keep somebody in custody who is to be free (rules P13, P19). */
public final class ToBeFree {

    /** No order and no other basis holds whom a review set free. */
    public static final Refusal NOT_HELD =
            Refusal.rule(
                    "P19",
                    "A review decided that the person is to be free: shelter with consent where"
                            + " people may leave, or a review by another human that says otherwise,"
                            + " comes first.");

    /** No review continues the custody of a concluded civilian. */
    static final Refusal CIVILIAN =
            Refusal.rule(
                    "P13",
                    "A concluded civilian is released: no review continues the detention while the"
                            + " finding stands.");

    /** Whoever decided on liberty does not take it back. */
    static final Refusal ANOTHER_HUMAN =
            Refusal.rule(
                    "P19",
                    "It was decided that the person is to be free: only another human than who"
                            + " decided it can say otherwise in a review.");

    private ToBeFree() {}
}

package org.orangeline.placement.orders;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.placement.BornInCustody;
import org.orangeline.events.placement.DiedInCustody;
import org.orangeline.events.placement.FactWithdrawn;
import org.orangeline.placement.proposals.Proposal;
import org.orangeline.placement.safeguards.RuleOverride;

/**
 * How everything would be if a fact had not been recorded (rule P18). What is done later counts in
 * both: a notice to the bureau, a review.
 *
 * @param factId id of the event that recorded the fact
 * @param fact the event's name
 * @param before the placement without it; null when the fact began the placement
 * @param overrides what two people had signed for the person
 * @param dead whether the person was dead by the register already
 * @param proposal what was proposed for the person, or null
 */
public record Undo(
        String factId,
        String fact,
        @Nullable Placement before,
        List<RuleOverride> overrides,
        boolean dead,
        @Nullable Proposal proposal) {

    /** Whether the fact is that a child was born: without it there is no such person. */
    public boolean isBirth() {
        return fact.equals(BornInCustody.class.getSimpleName());
    }

    /** Whether the placement began with the fact, and with nothing that was ordered. */
    public boolean isBeginning() {
        return before == null && !isBirth();
    }

    /** Whether the fact is that the person died there. */
    public boolean isDeath() {
        return fact.equals(DiedInCustody.class.getSimpleName());
    }

    /** Whether the stay ended with the fact. */
    public boolean isEnd() {
        return FactWithdrawn.isEnd(fact);
    }

    /**
     * The birth that this fact came after, or is; null when it is none of a child born in custody.
     */
    public @Nullable Undo birth() {
        if (isBirth()) {
            return this;
        }
        Undo earlier = before == null ? null : before.undo();
        return earlier == null ? null : earlier.birth();
    }

    Undo with(@Nullable Placement changed) {
        return new Undo(factId, fact, changed, overrides, dead, proposal);
    }
}

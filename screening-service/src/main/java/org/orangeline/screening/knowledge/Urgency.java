package org.orangeline.screening.knowledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.FieldConflictSettled;
import org.orangeline.events.model.Needs;
import org.pcollections.TreePSet;

/**
 * Since when a person urgently needs care, by what stands or by another report that differs from it
 * (rule S4): as long as two reports differ, the one that protects counts.
 *
 * @param since sequence of intake's event that last added MEDICAL_URGENT; 0 for none
 * @param at when that was, for an arrival as told; null for none
 * @param claims ids of the open conflicts in which another report says MEDICAL_URGENT
 */
public record Urgency(long since, @Nullable Instant at, TreePSet<String> claims) {

    static final Urgency NONE = new Urgency(0, null, TreePSet.empty());

    static Urgency since(long sequence, Instant at) {
        return new Urgency(sequence, at, TreePSet.empty());
    }

    /** What stands says now that the person is, and did not before. */
    Urgency added(Envelope envelope) {
        return new Urgency(envelope.sequence(), envelope.time(), claims);
    }

    /**
     * @param already whether the person was urgent before: then a clearance goes on covering it
     */
    Urgency disputed(FieldConflictFound event, boolean already, Envelope envelope) {
        return event.needs() != null && event.needs().contains(Needs.MEDICAL_URGENT)
                ? new Urgency(
                        already ? since : envelope.sequence(),
                        already ? at : envelope.time(),
                        claims.plus(event.conflictId().toString()))
                : this;
    }

    Urgency settled(FieldConflictSettled event) {
        return claims.contains(event.conflictId().toString())
                ? new Urgency(since, at, claims.minus(event.conflictId().toString()))
                : this;
    }

    boolean isClaimed() {
        return !claims.isEmpty();
    }

    /** With what another registration of the person tells. */
    Urgency and(Urgency other) {
        Urgency later = other.since > since ? other : this;
        return new Urgency(later.since, later.at, claims.plusAll(other.claims));
    }
}

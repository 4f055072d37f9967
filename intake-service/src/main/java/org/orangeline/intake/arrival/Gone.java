package org.orangeline.intake.arrival;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.DepartureKind;

/**
 * That a person is no longer at the reception point.
 *
 * @param at when, as told
 * @param kind where to, of who left; null in older events and of the dead
 * @param before how the person had gone already when this was recorded, or null
 * @param withdrawal that somebody asked to take it back, or null (rule P18)
 */
public record Gone(
        How how,
        Instant at,
        @Nullable DepartureKind kind,
        @Nullable Gone before,
        @Nullable Withdrawal withdrawal) {

    /** How somebody went. */
    public enum How {
        LEFT,
        DIED,
        /** There is no such person: the birth was withdrawn (rule P18). */
        REGISTRATION_WITHDRAWN
    }

    /** A request that waits for a second human. */
    public record Withdrawal(UUID withdrawalId, String requestedBy) {}

    /** Whether that withdrawal waits for a second human. */
    boolean isDoubtedBy(UUID withdrawalId) {
        return withdrawal != null && withdrawal.withdrawalId().equals(withdrawalId);
    }

    Gone with(Withdrawal asked) {
        return new Gone(how, at, kind, before, asked);
    }

    /** Whether an authority took the person away. */
    public boolean isTakenAway() {
        return kind == DepartureKind.TAKEN_AWAY;
    }
}

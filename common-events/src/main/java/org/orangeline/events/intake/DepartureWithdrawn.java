package org.orangeline.events.intake;

import java.util.UUID;

/**
 * A recorded departure or death was none: two humans take it back, and everything is as if it had
 * not been recorded (rule P18).
 *
 * @param withdrawalId the request
 * @param fact what was recorded
 * @param standing where the person is by the register now
 * @param requestedBy who asked for it
 */
public record DepartureWithdrawn(
        UUID personId,
        UUID withdrawalId,
        DepartureWithdrawalRequested.Fact fact,
        Standing standing,
        String requestedBy)
        implements PersonIntakeEvent {

    /** Where somebody is by the register. */
    public enum Standing {
        /** At the reception point. */
        HERE,
        /** Had left before. */
        LEFT
    }
}

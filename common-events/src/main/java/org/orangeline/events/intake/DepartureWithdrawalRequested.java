package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;

/**
 * One human says that a recorded departure or death was none; it counts until a second one confirms
 * (rule P18).
 *
 * @param withdrawalId the request
 * @param fact what was recorded
 * @param reason why, sealed on the wire
 */
public record DepartureWithdrawalRequested(
        UUID personId, UUID withdrawalId, Fact fact, Confidential<String> reason)
        implements PersonIntakeEvent {

    /** How somebody is said to have gone. */
    public enum Fact {
        DEPARTURE,
        DEATH
    }
}

package org.orangeline.intake.operations;

import java.time.Instant;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.LegalProfileChangeRequested;
import org.orangeline.events.plan.LegalProfile;

/**
 * Other limits that a first human asked for, and that wait for a second one.
 *
 * @param requestedBy actor of the first human
 */
public record ProfileRequest(
        UUID changeId, LegalProfile legalProfile, String requestedBy, Instant requestedAt) {

    public static ProfileRequest of(LegalProfileChangeRequested event, Envelope envelope) {
        return new ProfileRequest(
                event.changeId(), event.legalProfile(), envelope.actor(), envelope.time());
    }
}

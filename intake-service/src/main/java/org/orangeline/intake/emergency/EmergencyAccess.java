package org.orangeline.intake.emergency;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.EmergencyAccessReviewed;
import org.orangeline.events.intake.EmergencyAccessTaken;

/**
 * An access that somebody took.
 *
 * @param takenBy who
 * @param until when it ends by itself
 * @param reason why, sealed with a key of the access's own, which goes with the identity
 * @param review what another human found; null when nobody looked yet
 */
public record EmergencyAccess(
        UUID accessId,
        UUID personId,
        String takenBy,
        Instant takenAt,
        Instant until,
        Confidential<String> reason,
        @Nullable Review review) {

    /** Longer than an emergency takes is no emergency: other ways are open by then. */
    public static final Duration LONGEST = Duration.ofHours(4);

    /** A review that takes longer is overdue. */
    public static final Duration REVIEW_WITHIN = Duration.ofHours(72);

    static EmergencyAccess taken(EmergencyAccessTaken event, Envelope envelope) {
        return new EmergencyAccess(
                event.accessId(),
                event.personId(),
                envelope.actor(),
                envelope.time(),
                event.until(),
                event.reason(),
                null);
    }

    EmergencyAccess reviewed(EmergencyAccessReviewed event, Envelope envelope) {
        return new EmergencyAccess(
                accessId,
                personId,
                takenBy,
                takenAt,
                until,
                reason,
                new Review(envelope.actor(), envelope.time(), event.justified(), event.reason()));
    }

    boolean isRunning(Instant now) {
        return now.isBefore(until);
    }

    /** Whether it waits for a review for too long. */
    public boolean isReviewOverdue(Instant now) {
        return review == null && now.isAfter(takenAt.plus(REVIEW_WITHIN));
    }

    /** What another human found. */
    public record Review(String by, Instant at, boolean justified, Confidential<String> reason) {}
}

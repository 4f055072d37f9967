package org.orangeline.events.placement;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.AbsenceReason;

/**
 * A person left a facility for a time; the place is kept.
 *
 * @param absenceId the absence
 * @param why why, as a code
 * @param expectedBack when the person is expected back
 * @param at when it happened, as told; null for when it was recorded
 * @param destination code of where to, for example a hospital or a court; null when nobody said
 * @param escort code of who goes along, never a name; null when nobody said
 */
public record AbsenceStarted(
        UUID personId,
        UUID placementId,
        UUID absenceId,
        String facilityId,
        AbsenceReason why,
        @Nullable Instant expectedBack,
        @Nullable Instant at,
        @Nullable String destination,
        @Nullable String escort)
        implements PersonPlacementEvent {

    /** For so long a child may be without its carer, unasked; this register's reading. */
    private static final Duration SHORT = Duration.ofHours(24);

    /**
     * Whether a child needs somebody else's care meanwhile (rule P15).
     *
     * @param recordedAt when it was recorded
     */
    public boolean isLong(Instant recordedAt) {
        return isLong(at == null ? recordedAt : at, expectedBack);
    }

    /** The same of an absence since then; one without an expected return is long. */
    public static boolean isLong(Instant since, @Nullable Instant expectedBack) {
        return expectedBack == null || expectedBack.isAfter(since.plus(SHORT));
    }

    /** One of which nobody said where to. */
    public AbsenceStarted(
            UUID personId,
            UUID placementId,
            UUID absenceId,
            String facilityId,
            AbsenceReason why,
            @Nullable Instant expectedBack,
            @Nullable Instant at) {
        this(personId, placementId, absenceId, facilityId, why, expectedBack, at, null, null);
    }

    /** One that was recorded when it happened. */
    public AbsenceStarted(
            UUID personId,
            UUID placementId,
            UUID absenceId,
            String facilityId,
            AbsenceReason why,
            @Nullable Instant expectedBack) {
        this(personId, placementId, absenceId, facilityId, why, expectedBack, null);
    }
}

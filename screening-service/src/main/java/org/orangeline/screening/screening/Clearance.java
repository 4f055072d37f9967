package org.orangeline.screening.screening;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.runtime.ToldTime;
import org.orangeline.screening.Seen;
import org.orangeline.screening.Told;
import org.orangeline.screening.knowledge.Urgency;

/**
 * A clinician's word that a person may be questioned.
 *
 * @param clinician code
 * @param at when the clinician said so
 * @param eventId of the event that recorded it
 * @param expiredAt when it was recorded that it had run out; null before that
 * @param seen intake's sequence that was known: a need that was added after it is not covered
 */
public record Clearance(
        String clinician, long seen, Instant at, String eventId, @Nullable Instant expiredAt) {

    /** The one that runs longest last. */
    public static final Comparator<Clearance> LATER =
            Comparator.comparing(Clearance::at).thenComparingLong(Clearance::seen);

    public static Clearance of(MedicallyCleared event, Envelope envelope) {
        return new Clearance(
                event.clinician(),
                Seen.ofIntake(envelope),
                Told.or(event.at(), envelope.time()),
                envelope.id(),
                null);
    }

    public Clearance expired(Instant recordedAt) {
        return new Clearance(clinician, seen, at, eventId, recordedAt);
    }

    /** Whether the clinician may have known of the need: it was recorded, and said, before. */
    boolean covers(Urgency.Need need) {
        return seen >= need.since() && !at.isBefore(need.at().minus(ToldTime.CLOCKS_DIFFER));
    }

    /** Whether the clinician spoke after an officer took the need away, which ends it for good. */
    boolean ends(Urgency.Need need) {
        Instant over = need.takenAway();
        return covers(need) && over != null && !at.isBefore(over);
    }
}

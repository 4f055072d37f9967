package org.orangeline.screening.screening;

import java.time.Instant;
import org.orangeline.events.Envelope;
import org.orangeline.events.screening.MedicallyCleared;
import org.orangeline.screening.Seen;

/**
 * A clinician's word that a person may be questioned.
 *
 * @param clinician code
 * @param seen intake's sequence that was known: a need that was added after it is not covered
 */
public record Clearance(String clinician, long seen, Instant at) {

    public static Clearance of(MedicallyCleared event, Envelope envelope) {
        return new Clearance(event.clinician(), Seen.ofIntake(envelope), envelope.time());
    }
}

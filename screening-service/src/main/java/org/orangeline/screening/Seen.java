package org.orangeline.screening;

import org.orangeline.events.Envelope;
import org.orangeline.events.Service;

/**
 * How much of intake's record a decision of this service was made in the knowledge of. The two
 * services' events have no common order; this is what can be said for sure.
 */
public final class Seen {

    private static final String INTAKE = Service.INTAKE.id() + ":";

    private Seen() {}

    /** The sequence of intake's last event that the writer of this one had learned; 0 for none. */
    public static long ofIntake(Envelope envelope) {
        for (String part : envelope.knownThrough().split(",", -1)) {
            if (part.startsWith(INTAKE)) {
                return Long.parseLong(part.substring(INTAKE.length()));
            }
        }
        return 0;
    }
}

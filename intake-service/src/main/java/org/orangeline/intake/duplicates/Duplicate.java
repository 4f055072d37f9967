package org.orangeline.intake.duplicates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.orangeline.events.Envelope;
import org.orangeline.events.intake.PossibleDuplicateFound;

/**
 * Two registrations that were shown to a human.
 *
 * @param personId the later one
 * @param otherId the earlier one
 * @param score 0 to 100
 * @param because codes of what agrees
 * @param dismissed whether a human said that they are two people
 */
public record Duplicate(
        UUID personId,
        UUID otherId,
        int score,
        List<String> because,
        Instant since,
        boolean dismissed) {

    public Duplicate {
        because = List.copyOf(because);
    }

    public static Duplicate found(PossibleDuplicateFound event, Envelope envelope) {
        return new Duplicate(
                event.personId(),
                event.otherId(),
                event.score(),
                event.because(),
                envelope.time(),
                false);
    }

    public Duplicate dismiss() {
        return new Duplicate(personId, otherId, score, because, since, true);
    }

    /** The same for both orders of the two. */
    public static String key(UUID one, UUID other) {
        String a = one.toString();
        String b = other.toString();
        return a.compareTo(b) < 0 ? a + ' ' + b : b + ' ' + a;
    }
}

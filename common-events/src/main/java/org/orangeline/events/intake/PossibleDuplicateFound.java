package org.orangeline.events.intake;

import java.util.List;
import java.util.UUID;

/**
 * Two registrations may be of one person. A human decides; nothing else follows from it.
 *
 * @param personId the later registration
 * @param otherId the earlier one
 * @param score 0 to 100, 100 for sure
 * @param because codes of what agrees: NAME, FATHER_NAME, AGE, SEX, NATIONALITY, DOCUMENT, FAMILY
 */
public record PossibleDuplicateFound(UUID personId, UUID otherId, int score, List<String> because)
        implements PersonIntakeEvent {

    public PossibleDuplicateFound {
        because = List.copyOf(because);
    }
}

package org.orangeline.events.intake;

import java.util.UUID;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.PersonField;

/**
 * A human decided which of two values counts. When it is the other one, {@code
 * PersonDetailsCorrected} comes with this.
 *
 * @param took which of the two
 * @param reason why, sealed on the wire
 */
public record FieldConflictSettled(
        UUID personId, UUID conflictId, PersonField field, Took took, Confidential<String> reason)
        implements PersonIntakeEvent {

    /** Which value counts. */
    public enum Took {
        /** The one that stood. */
        STANDING,
        /** The one that was kept beside it. */
        OTHER
    }
}

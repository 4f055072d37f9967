package org.orangeline.intake.conflicts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.model.PersonField;

/**
 * A value that was kept beside the one that stands.
 *
 * @param other the value, with its reason
 * @param by who said it
 * @param standingBy who had said what stood then; null when nobody knows any more
 */
public record Conflict(FieldConflictFound other, Author by, @Nullable Author standingBy) {

    public UUID conflictId() {
        return other.conflictId();
    }

    public UUID personId() {
        return other.personId();
    }

    public PersonField field() {
        return other.field();
    }
}

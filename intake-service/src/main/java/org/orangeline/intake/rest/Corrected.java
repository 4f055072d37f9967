package org.orangeline.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.intake.FieldConflictFound;
import org.orangeline.events.intake.PersonDetailsCorrected;
import org.orangeline.events.model.PersonField;
import org.orangeline.intake.ages.AgeClaims;
import org.orangeline.runtime.Outcome;

/**
 * What became of a correction.
 *
 * @param version of the person now; null when every field is in conflict
 * @param conflicts fields that somebody else corrected otherwise: a human settles them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Corrected(UUID personId, @Nullable Long version, @Nullable List<Kept> conflicts) {

    static Corrected of(UUID personId, Outcome.Done done) {
        Long version = null;
        List<Kept> kept =
                done.events().stream()
                        .filter(recorded -> recorded.event() instanceof FieldConflictFound)
                        .map(recorded -> (FieldConflictFound) recorded.event())
                        .map(found -> new Kept(found.conflictId(), found.field()))
                        .toList();
        for (var recorded : done.events()) {
            if (recorded.event() instanceof PersonDetailsCorrected) {
                version = recorded.envelope().sequence();
            }
        }
        return new Corrected(personId, version, kept.isEmpty() ? null : kept);
    }

    /**
     * Whether an age was kept that would end a protection soon, or another family: they count once
     * two humans have said so.
     */
    static boolean holdsClaim(Outcome.Done done) {
        return done.events().stream()
                .anyMatch(recorded ->
                        recorded.event() instanceof FieldConflictFound found
                                && (found.family() != null
                                        || (found.age() != null
                                                && AgeClaims.matters(
                                                        found.age(),
                                                        recorded.envelope()
                                                                .time()
                                                                .atOffset(ZoneOffset.UTC)
                                                                .toLocalDate()))));
    }

    /** A field whose value was kept beside the one that stands. */
    public record Kept(UUID conflictId, PersonField field) {}
}

package org.orangeline.intake.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.model.Sex;
import org.orangeline.intake.rest.ArrivalRequest.AgeEntry;
import org.orangeline.intake.rest.ArrivalRequest.Family;
import org.orangeline.intake.rest.ArrivalRequest.IdentityEntry;
import org.orangeline.intake.rest.ArrivalRequest.Nationality;
import org.orangeline.kit.rest.Problem;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Says;

/**
 * What was wrong, as it should be; a merge-patch (RFC 7396). A field that is left out stays as it
 * is, and none can be taken away as a whole.
 *
 * @param age told whole: either a birth date or a range
 * @param nationalities all of them
 * @param needs all of them
 * @param family told whole
 * @param identity a member that is left out stays as it is; null takes it away
 */
@Schema(name = "Correction")
public record CorrectionRequest(
        @Nullable Sex sex,
        @Nullable @Valid AgeEntry age,
        @Nullable @Size(max = 10) List<@NotNull @Valid Nationality> nationalities,
        @Nullable @Size(max = 20) List<@NotNull @Says(max = 64, oneLine = true) String> needs,
        @Nullable @Valid Family family,
        @Nullable @Valid IdentityEntry identity,
        @NotNull @Says(max = 2000) String reason) {

    private static final Map<String, String> INSTEAD =
            Map.of(
                    "sex", "UNKNOWN says that it is not known",
                    "age", "a range from 0 to 130 says that it is not known",
                    "nationalities", "an empty list says that none is known",
                    "needs", "an empty list says that there is none",
                    "family", "give the person a groupId of its own",
                    "identity", "two humans erase it, or take its members away one by one");

    /**
     * @param nulls what is null in the body, as JSON pointers
     * @throws ProblemException 400 for what would take a field away, or changes none
     */
    void requireOneChange(IdentityPatch patch, Set<String> nulls) {
        List<Problem.FieldError> taken =
                nulls.stream()
                        .sorted()
                        .map(pointer -> pointer.substring(1))
                        .filter(INSTEAD::containsKey)
                        .map(field ->
                                new Problem.FieldError(
                                        field,
                                        "cannot be taken away by a correction: "
                                                + INSTEAD.get(field)))
                        .toList();
        if (!taken.isEmpty()) {
            throw ProblemException.fields(taken);
        }
        boolean changes =
                sex != null
                        || age != null
                        || nationalities != null
                        || needs != null
                        || family != null
                        || !patch.changesNothing();
        if (!changes) {
            throw ProblemException.badRequest("A correction changes at least one field.");
        }
    }
}

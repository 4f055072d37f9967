package org.orangeline.screening.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.orangeline.events.Confidential;
import org.orangeline.events.model.Age;
import org.orangeline.events.model.Finding;
import org.orangeline.events.model.Ground;
import org.orangeline.events.model.GroundCode;
import org.orangeline.events.model.PartialDate;
import org.orangeline.kit.rest.ProblemException;
import org.orangeline.kit.rest.Says;
import org.orangeline.screening.ScreeningCommand.RecommendFinding;

/**
 * @param grounds at least one, unless the finding is UNDETERMINED
 * @param evidence references, never the evidence
 * @param at when it was recommended; now when it is left out
 */
@Schema(name = "Recommendation")
public record RecommendationRequest(
        @NotNull Finding finding,
        @Nullable @Size(max = 20) List<@NotNull @Valid GroundEntry> grounds,
        @Nullable @Size(max = 50)
                List<
                                @NotNull @Size(max = 200)
                                @Pattern(
                                        regexp = REFERENCE,
                                        message =
                                                "must be a reference with a number, such as"
                                                        + " interview/2019-03-05/17")
                                String>
                        evidence,
        @Nullable Instant at) {

    /**
     * A slug or URN: up to eight parts, and a digit somewhere, which file and page numbers have and
     * names have not. Words are no reference.
     */
    static final String REFERENCE =
            "(?=[^0-9]*[0-9])[A-Za-z0-9][A-Za-z0-9._-]{0,63}"
                    + "([:/#][A-Za-z0-9][A-Za-z0-9._-]{0,63}){0,7}";

    /**
     * A code, and what was stated for it in words.
     *
     * @param actOn the first day, month or year of the act, as far as it is known: 2014, 2014-06 or
     *     2014-06-30; neither in the future nor before the birth (rule S5)
     * @param ageAtAct how old the person was then, in years, where that is what is known; as the
     *     person can have been by one of the registrations (rule S5)
     */
    @Schema(name = "GroundEntry")
    public record GroundEntry(
            @NotNull GroundCode code,
            @NotNull @Says(max = 4000) String statement,
            @Nullable
                    @Pattern(
                            regexp = PartialDate.PATTERN,
                            message = "must be 2014, 2014-06 or 2014-06-30")
                    String actOn,
            @Nullable @Min(0) @Max(Age.HIGHEST) Integer ageAtAct) {

        @Override
        public String toString() {
            return "GroundEntry[" + code + "]";
        }
    }

    /**
     * @param capturedBy who made it on a tablet, when that is said
     */
    RecommendFinding command(String operation, UUID personId, @Nullable String capturedBy) {
        List<GroundEntry> entries = grounds == null ? List.of() : grounds;
        if (entries.isEmpty() && finding != Finding.UNDETERMINED) {
            throw ProblemException.field("grounds", "must hold at least one ground");
        }
        return new RecommendFinding(
                operation,
                personId,
                finding,
                entries.stream().map(RecommendationRequest::ground).toList(),
                evidence == null ? List.of() : evidence,
                capturedBy,
                at);
    }

    private static Ground ground(GroundEntry entry) {
        if (entry.actOn() != null && !PartialDate.isOne(entry.actOn())) {
            throw ProblemException.field("grounds.actOn", "must be a day of the calendar");
        }
        return new Ground(
                entry.code(), Confidential.of(entry.statement()), entry.actOn(), entry.ageAtAct());
    }
}
